import type { ReactNode } from 'react'

/** A list as a table: its caption is for those who do not see it; wide ones scroll in their own frame. */
export function Table({ caption, headings, children }: { caption: string; headings: string[]; children: ReactNode }) {
  const head = headings.map((heading) => (
    <th key={heading} scope="col" className="px-3 py-2 text-start font-semibold whitespace-nowrap">
      {heading}
    </th>
  ))
  return (
    <TableFrame caption={caption} head={head}>
      {children}
    </TableFrame>
  )
}

/** The same around headings of one's own: `head` are cells of the first row, `children` the other rows. */
export function TableFrame({ caption, head, children }: { caption: string; head: ReactNode; children: ReactNode }) {
  return (
    <section
      aria-label={caption}
      tabIndex={0}
      className="relative overflow-x-auto rounded-lg border border-edge bg-surface"
    >
      <table className="w-full border-collapse text-start">
        <caption className="sr-only">{caption}</caption>
        <thead className="border-b border-edge bg-raised text-sm">
          <tr>{head}</tr>
        </thead>
        <tbody className="divide-y divide-edge">{children}</tbody>
      </table>
    </section>
  )
}

export const Cell = ({ children, className = '' }: { children?: ReactNode; className?: string }) => (
  <td className={`px-3 py-2 align-top ${className}`}>{children}</td>
)

/** The cell that names its row. */
export const HeadCell = ({ children }: { children: ReactNode }) => (
  <th scope="row" className="min-w-36 px-3 py-2 text-start align-top font-semibold">
    {children}
  </th>
)
