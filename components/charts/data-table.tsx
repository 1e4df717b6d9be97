/** A cell as it reads; `numeric` ones stand in columns of figures. */
type TableCell = { text: string; href?: string | undefined }
export type TableData = { columns: { label: string; numeric: boolean }[]; rows: TableCell[][] }

/** The numbers behind a chart. The first cell of a row names it. */
export function DataTable({ caption, table }: { caption: string; table: TableData }) {
  return (
    <div className="max-h-96 overflow-auto" tabIndex={0} role="region" aria-label={caption}>
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {table.columns.map(({ label, numeric }) => (
              <th
                key={label}
                scope="col"
                className={`sticky top-0 border-b border-edge bg-surface px-2 py-1 font-semibold ${numeric ? 'text-end' : 'text-start'}`}
              >
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, i) => (
            // Rows have no identity of their own; the list never changes on the screen.
            <tr key={i} className="border-b border-edge last:border-0">
              {row.map((cell, column) => {
                const numeric = table.columns[column]?.numeric
                const body = cell.href ? (
                  <a key={cell.href} href={cell.href} className="inline-block min-w-6 text-accent underline">
                    {cell.text}
                  </a>
                ) : (
                  cell.text
                )
                return column === 0 ? (
                  <th key={column} scope="row" className="px-2 py-1 text-start font-normal">
                    <bdi>{body}</bdi>
                  </th>
                ) : (
                  <td key={column} className={`px-2 py-1 ${numeric ? 'text-end tabular-nums' : 'text-start'}`}>
                    {body}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
