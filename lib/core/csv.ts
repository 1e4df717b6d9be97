export type CsvCell = string | number | null

/** Excel and LibreOffice run a cell that begins with one of these; https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA = /^[=+\-@\t\r\n]/

/**
 * Rows as CSV (RFC 4180) that a spreadsheet opens as it is meant: a byte-order mark, without which Excel takes Arabic
 * for Windows-1252, and an apostrophe before words that would run as a formula. Numbers stay numbers, minus and all.
 */
export function toCsv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${[header, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

function cell(value: CsvCell): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
