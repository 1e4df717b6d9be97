import type { ReactNode } from 'react'

/** Something that is opened when it is needed; works without a script. */
export function Fold({
  summary,
  label,
  open = false,
  hotkey,
  children,
}: {
  summary: ReactNode
  /** What is read aloud, where the summary alone does not say what it opens. */
  label?: string
  open?: boolean
  hotkey?: string
  children: ReactNode
}) {
  return (
    <details open={open}>
      <summary
        {...(label ? { 'aria-label': label } : {})}
        {...(hotkey ? { 'aria-keyshortcuts': hotkey } : {})}
        className="min-h-6 w-fit text-sm font-semibold text-accent hover:underline"
      >
        {summary}
      </summary>
      <div className="mt-2">{children}</div>
    </details>
  )
}
