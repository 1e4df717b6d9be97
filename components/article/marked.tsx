import type { Span } from '#lib/text/fold.ts'

/** A text with some of its spans (in order, not overlapping) marked. */
export function Marked({ text, spans }: { text: string; spans: readonly Span[] }) {
  let at = 0
  const parts = spans.flatMap(({ start, end }) => {
    const before = text.slice(at, start)
    at = end
    return [
      before,
      <mark key={start} className="rounded-sm bg-mark text-ink">
        {text.slice(start, end)}
      </mark>,
    ]
  })
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  )
}
