import { useId } from 'react'
import { areaPath } from '#components/charts/area-path.ts'

/** `part` of `value` is drawn solid; `label` is the day and its figures in words. */
type AreaPoint = { key: string; value: number; part: number; label: string; href?: string | undefined }

const HEIGHT = 40

/**
 * Counts over time as one small chart. Time follows the reading direction of the page: in Arabic the earliest day
 * stands on the right, as in the sentences around it, and the tables and axis labels below run the same way.
 *
 * The drawing is one image to a screen reader. The layer over it lets a mouse open a single day; keyboards and
 * readers find the same links in the table of numbers, which is why it is hidden from both here.
 */
export function AreaChart({
  title,
  description,
  points,
  top,
  dir,
}: {
  title: string
  description: string
  points: AreaPoint[]
  top: number
  dir: 'rtl' | 'ltr'
}) {
  const id = useId()
  const mirrored = dir === 'rtl'
  const values = points.map(({ value }) => value)
  const parts = points.map(({ part }) => part)
  return (
    <div className="relative h-12 border-b border-edge">
      <svg
        viewBox={`0 0 ${points.length} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-labelledby={`${id}t ${id}d`}
        className="absolute inset-0 size-full text-accent"
      >
        <title id={`${id}t`}>{title}</title>
        <desc id={`${id}d`}>{description}</desc>
        <path
          d={areaPath(values, top, HEIGHT, mirrored)}
          fill="currentColor"
          fillOpacity={0.22}
          stroke="currentColor"
          strokeWidth={1.5}
          vectorEffect="non-scaling-stroke"
        />
        <path d={areaPath(parts, top, HEIGHT, mirrored)} fill="currentColor" />
      </svg>
      <div aria-hidden="true" className="absolute inset-0 flex">
        {points.map(({ key, value, href, label }) =>
          href && value > 0 ? (
            <a key={key} href={href} tabIndex={-1} title={label} className="flex-1 hover:bg-ink/10" />
          ) : (
            <span key={key} title={label} className="flex-1" />
          ),
        )}
      </div>
    </div>
  )
}
