import type { Span } from '#lib/text/fold.ts'

/** A stretch of a text on one line, with the marks that fall into it. */
export type Excerpt = { text: string; spans: Span[] }

const BEFORE = 60

/** About `length` characters of a text: from just before its first mark, else from its beginning. Pure. */
export function excerpt(text: string, spans: readonly Span[], length = 220): Excerpt {
  const first = spans[0]
  const from = !first || first.end < length ? 0 : wordStart(text, Math.max(0, first.start - BEFORE))
  const to = from + length >= text.length ? text.length : Math.max(wordStart(text, from + length), first?.end ?? 0)
  const lead = from > 0 ? '… ' : ''
  const tail = to < text.length ? ' …' : ''
  const shift = lead.length - from
  return {
    // A line break is one character as a space is: the marks stay where they are.
    text: lead + text.slice(from, to).replace(/\s/g, ' ').trimEnd() + tail,
    spans: spans
      .filter((span) => span.start >= from && span.end <= to)
      .map((span) => ({ start: span.start + shift, end: span.end + shift })),
  }
}

/** The place after the nearest space before `at`, so that no word is cut; `at` where a text has no spaces. */
function wordStart(text: string, at: number): number {
  const space = Math.max(text.lastIndexOf(' ', at), text.lastIndexOf('\n', at))
  return space > at - 60 && space >= 0 ? space + 1 : at
}
