import type { ReactNode } from 'react'

/** Something that is opened when it is needed; works without a script. */
export function Fold({
  summary,
  about,
  open = false,
  hotkey,
  children,
}: {
  summary: ReactNode
  /** Read aloud after the summary, where it does not say by itself what it opens. */
  about?: string
  open?: boolean
  hotkey?: string
  children: ReactNode
}) {
  return (
    <details open={open}>
      <summary
        {...(hotkey ? { 'aria-keyshortcuts': hotkey } : {})}
        className="min-h-6 w-fit text-sm font-semibold text-accent hover:underline"
      >
        {summary}
        {about && <span className="sr-only"> {about}</span>}
      </summary>
      <div className="mt-2">{children}</div>
    </details>
  )
}
