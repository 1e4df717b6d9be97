import { expect, test } from 'vitest'
import { addDays, daysIn, eachDay, LONGEST, periodBefore, periodOf } from '#lib/dashboards/period.ts'

test('nobody said: thirty days that end with the last day', () => {
  expect(periodOf({}, '2026-11-17')).toEqual({ from: '2026-10-19', to: '2026-11-17' })
  expect(daysIn(periodOf({}, '2026-11-17'))).toBe(30)
})

test.each([7, 30, 90] as const)('the last %i days are that many, the last one included', (days) => {
  const period = periodOf({ days }, '2026-03-01')
  expect(eachDay(period)).toHaveLength(days)
  expect(eachDay(period).at(-1)).toBe('2026-03-01')
})

test('a range of the reader’s own wins over a number of days', () => {
  expect(periodOf({ days: 7, from: '2026-01-01', to: '2026-01-31' }, '2026-11-17')).toEqual({
    from: '2026-01-01',
    to: '2026-01-31',
  })
})

test('a range with its ends swapped is turned round, and a missing end is the last day', () => {
  expect(periodOf({ from: '2026-02-10', to: '2026-02-01' }, '2026-11-17')).toEqual({
    from: '2026-02-01',
    to: '2026-02-10',
  })
  expect(periodOf({ from: '2026-11-01' }, '2026-11-17').to).toBe('2026-11-17')
  expect(periodOf({ to: '2026-11-10' }, '2026-11-17')).toEqual({ from: '2026-10-12', to: '2026-11-10' })
})

test('ten years are cut to the last of them, so that no address can ask for endless days', () => {
  const period = periodOf({ from: '2016-01-01', to: '2026-01-01' }, '2026-11-17')
  expect(daysIn(period)).toBe(LONGEST)
  expect(period.to).toBe('2026-01-01')
})

test('the period before is as long and touches this one', () => {
  const period = { from: '2026-02-24', to: '2026-03-02' }
  const before = periodBefore(period)
  expect(daysIn(before)).toBe(daysIn(period))
  expect(addDays(before.to, 1)).toBe(period.from)
})
