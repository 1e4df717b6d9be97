import { useId } from 'react'

type Share = { key: string; label: string; value: number; text: string; href?: string | undefined }

/** From what matters most to what matters least; each shade also has its name and figure below it. */
const SHADES = [1, 0.62, 0.36, 0.16] as const

/** A whole and its parts (at most four), in reading order, with a legend that carries the figures. */
export function ShareBar({ title, shares, dir }: { title: string; shares: Share[]; dir: 'rtl' | 'ltr' }) {
  const id = useId()
  const whole = shares.reduce((sum, { value }) => sum + value, 0)
  let before = 0
  const drawn = shares.map(({ value }, i) => {
    const width = whole > 0 ? (value / whole) * 100 : 0
    const start = dir === 'rtl' ? 100 - before - width : before
    before += width
    return { start, width, shade: SHADES[i] ?? 0.16 }
  })
  return (
    <div>
      <svg
        viewBox="0 0 100 8"
        preserveAspectRatio="none"
        role="img"
        aria-labelledby={`${id}t ${id}d`}
        className="h-4 w-full text-accent"
      >
        <title id={`${id}t`}>{title}</title>
        <desc id={`${id}d`}>{shares.map(({ label, text }) => `${label}: ${text}`).join(' · ')}</desc>
        {drawn.map(({ start, width, shade }, i) => (
          <rect key={i} x={start} width={width} height={8} fill="currentColor" fillOpacity={shade} />
        ))}
      </svg>
      <dl className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {shares.map(({ key, label, text, href }, i) => (
          <div key={key} className="flex items-center gap-1.5">
            <dt className="flex items-center gap-1.5">
              <svg aria-hidden="true" viewBox="0 0 10 10" className="size-3 text-accent">
                <rect
                  width={10}
                  height={10}
                  fill="currentColor"
                  fillOpacity={SHADES[i] ?? 0.16}
                  stroke="currentColor"
                />
              </svg>
              {label}
            </dt>
            <dd className="font-semibold tabular-nums">
              {href ? (
                <a href={href} className="inline-block min-w-6 text-accent underline">
                  {text}
                </a>
              ) : (
                text
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
