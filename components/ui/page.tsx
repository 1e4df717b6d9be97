import type { ReactNode } from 'react'

/** A screen: its name, what can be done with it, and its content. */
export function Page({ title, aside, children }: { title: ReactNode; aside?: ReactNode; children: ReactNode }) {
  return (
    <div className="mx-auto w-full max-w-7xl px-4 py-4">
      <header className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-2xl font-semibold">{title}</h1>
        {aside && <div className="flex grow flex-wrap items-center gap-2 sm:justify-end">{aside}</div>}
      </header>
      {children}
    </div>
  )
}

export function Panel({
  title,
  children,
  className = '',
}: {
  title?: ReactNode
  children: ReactNode
  className?: string
}) {
  return (
    <section className={`rounded-lg border border-edge bg-surface p-4 ${className}`}>
      {title && <h2 className="mb-2 font-semibold">{title}</h2>}
      {children}
    </section>
  )
}

/** Nothing here: one sentence, and the next step. */
export function Empty({ children, next }: { children: ReactNode; next?: ReactNode }) {
  return (
    <div className="rounded-lg border border-dashed border-edge px-4 py-10 text-center text-muted">
      <p>{children}</p>
      {next && <div className="mt-3">{next}</div>}
    </div>
  )
}
