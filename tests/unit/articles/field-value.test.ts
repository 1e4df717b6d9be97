import { expect, test } from 'vitest'
import { fieldValue } from '#lib/articles/field-value.ts'
import { parsePublishedAt } from '#lib/articles/parse-published-at.ts'
import { publishedDate } from '#lib/articles/published-date.ts'

test.each([
  ['2024', { iso: '2024', precision: 'year' }],
  ['2024-04', { iso: '2024-04', precision: 'month' }],
  [' 2024-04-25 ', { iso: '2024-04-25', precision: 'day' }],
  ['2024-04-25T10:30Z', { iso: '2024-04-25T10:30Z', precision: 'minute' }],
  ['٢٠٢٤-٠٤-٢٥', { iso: '2024-04-25', precision: 'day' }],
])('an editor’s «%s» is a date as far as it says', (given, expected) => {
  expect(parsePublishedAt(given)).toEqual(expected)
})

test.each(['', '25/04/2024', '2024-13', '2024-02-30', '2023-02-29', '2024-04-25T25:00Z', '2024-4-5', 'أمس'])(
  '«%s» is no date',
  (given) => expect(parsePublishedAt(given)).toBeNull(),
)

test.each(['2024', '2024-04', '2024-02-29', '2024-04-25T10:30Z'])(
  '%s comes back to the form as it was entered',
  (iso) => {
    const published = parsePublishedAt(iso)
    if (!published) throw new Error('no date')
    const stored = {
      publishedAt: publishedDate(published),
      publishedPrecision: published.precision,
      sourceId: null,
      sourceName: null,
      byline: null,
      agency: null,
      language: 'ar',
    }
    expect(fieldValue(stored, 'publishedAt')).toBe(iso)
    expect(fieldValue(stored, 'source')).toBe('')
  },
)
