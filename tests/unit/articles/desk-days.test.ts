import { expect, test } from 'vitest'
import { firstDay } from '#lib/articles/desk-days.ts'

test.each([
  ['today', '2026-03-01'],
  ['week', '2026-02-23'],
  ['month', '2026-01-31'],
] as const)('%s begins on %s, across the end of a month', (period, day) => {
  expect(firstDay(period, new Date('2026-03-01T10:00:00Z'), 'Africa/Algiers')).toBe(day)
})

test('a day begins at the midnight of the desk, not of UTC', () => {
  const late = new Date('2026-03-01T23:30:00Z')
  expect(firstDay('today', late, 'Africa/Algiers')).toBe('2026-03-02')
  expect(firstDay('today', late, 'America/New_York')).toBe('2026-03-01')
})
