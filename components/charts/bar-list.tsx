import { useId } from 'react'

/** `part` of `value` is drawn solid; `title` says the figures in words. */
type Bar = {
  key: string
  label: string
  value: number
  part?: number | undefined
  text: string
  note?: string | undefined
  title: string
  href?: string | undefined
}

/** A ranked list with a bar under each name, all on one scale; bars begin where lines of the page begin. */
export function BarList({ label, bars, top, dir }: { label: string; bars: Bar[]; top?: number; dir: 'rtl' | 'ltr' }) {
  const scale = top ?? Math.max(1, ...bars.map(({ value }) => value))
  return (
    <ol aria-label={label} className="grid grid-cols-1 gap-2.5">
      {bars.map((bar) => (
        <li key={bar.key}>
          {bar.href ? (
            <a href={bar.href} className="group flex items-baseline justify-between gap-3">
              <BarWords bar={bar} />
            </a>
          ) : (
            <div className="flex items-baseline justify-between gap-3">
              <BarWords bar={bar} />
            </div>
          )}
          <BarLine title={bar.title} value={bar.value / scale} part={(bar.part ?? bar.value) / scale} dir={dir} />
        </li>
      ))}
    </ol>
  )
}

/** The name and its figures, whole within the link to what was counted. */
function BarWords({ bar }: { bar: Bar }) {
  return (
    <>
      <bdi className="min-w-0 truncate group-hover:underline">{bar.label}</bdi>
      <span className="flex shrink-0 gap-2 text-sm tabular-nums">
        {bar.note && <bdi className="text-muted">{bar.note}</bdi>}
        <bdi className={`min-w-8 text-end font-semibold ${bar.href ? 'text-accent' : ''}`}>{bar.text}</bdi>
      </span>
    </>
  )
}

/** One bar; `value` and `part` are shares (0 to 1) of the line's width. */
function BarLine({ title, value, part, dir }: { title: string; value: number; part: number; dir: 'rtl' | 'ltr' }) {
  const id = useId()
  const x = (width: number) => (dir === 'rtl' ? 100 - width : 0)
  const [whole, dark] = [value * 100, part * 100]
  return (
    <svg
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      role="img"
      aria-labelledby={id}
      className="mt-0.5 h-2 w-full text-accent"
    >
      <title id={id}>{title}</title>
      <rect x={x(whole)} width={whole} height={4} fill="currentColor" fillOpacity={0.3} />
      <rect x={x(dark)} width={dark} height={4} fill="currentColor" />
    </svg>
  )
}
