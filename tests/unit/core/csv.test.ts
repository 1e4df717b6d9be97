import { expect, test } from 'vitest'
import { toCsv } from '#lib/core/csv.ts'

test('a spreadsheet reads Arabic: the file begins with a byte-order mark', () => {
  expect(toCsv(['البلد', 'المقالات'], [['النيجر', 12]])).toBe('\uFEFFالبلد,المقالات\r\nالنيجر,12\r\n')
})

test.each(['=1+1', '+49', '-1', '@SUM(A1)', '\tx', '=HYPERLINK("http://x.example","y")'])(
  'a name that would run as a formula is only words: %j',
  (name) => {
    const [, row] = toCsv(['name'], [[name]]).split('\r\n')
    expect(row?.replace(/^"/, '').startsWith("'")).toBe(true)
  },
)

test('a number below zero stays a number, and nothing stays empty', () => {
  expect(toCsv(['a', 'b'], [[-3, null]])).toContain('\r\n-3,\r\n')
})

test('commas, quotes and line ends stay within their cell', () => {
  expect(toCsv(['a'], [['x, "y"\nz']])).toContain('"x, ""y""\nz"')
})
