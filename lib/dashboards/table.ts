import { type CsvCell, toCsv } from '#lib/core/csv.ts'
import type { I18n } from '#lib/i18n/i18n.ts'

/** A figure or a name: as it reads, as a machine reads it, and the list of articles behind it. */
type Cell = { text: string; value: CsvCell; href?: string | undefined }

/** An answer as a table: what stands under a chart, and what the CSV holds. */
export type Table = { columns: { label: string; numeric: boolean }[]; rows: Cell[][] }

export const words = (text: string, href?: string): Cell => ({ text, value: text, href })

/** A count; nothing to open where there is nothing. */
export const count = ({ number }: I18n, value: number, href?: string): Cell => ({
  text: number(value),
  value,
  href: value > 0 ? href : undefined,
})

/** A measure to two places; empty where it is not known. */
export const measure = ({ format }: I18n, value: number | null): Cell =>
  value === null
    ? { text: '—', value: null }
    : { text: format.number(value, { maximumFractionDigits: 2 }), value: Math.round(value * 100) / 100 }

/** A share (0 to 1), as a percentage on the screen. */
export const share = (i18n: I18n, part: number, of: number): Cell =>
  of > 0
    ? { text: i18n.percent(part / of), value: Math.round((part / of) * 10_000) / 10_000 }
    : { text: '—', value: null }

export const tableCsv = ({ columns, rows }: Table): string =>
  toCsv(
    columns.map(({ label }) => label),
    rows.map((row) => row.map(({ value }) => value)),
  )
