import type { ReactNode } from 'react'
import { DataTable, type TableData } from '#components/charts/data-table.tsx'

type Words = { numbers: string; csv: string }

/** One question: its drawing, what the drawing shows in a sentence, and the same numbers as a table and as a file. */
export function ChartFigure({
  title,
  about,
  table,
  csvHref,
  words,
  children,
}: {
  title: string
  about: ReactNode
  table: TableData
  csvHref: string
  words: Words
  children: ReactNode
}) {
  return (
    <figure>
      <figcaption className="mb-3 text-sm text-muted">{about}</figcaption>
      {children}
      <div className="relative mt-3">
        <details>
          <summary className="inline-block min-h-6 text-sm text-accent underline">{words.numbers}</summary>
          <div className="mt-2">
            <DataTable caption={title} table={table} />
          </div>
        </details>
        <a
          href={csvHref}
          download
          className="absolute end-0 top-0 min-h-6 text-sm text-accent underline"
          aria-label={`${words.csv}: ${title}`}
        >
          {words.csv}
        </a>
      </div>
    </figure>
  )
}
