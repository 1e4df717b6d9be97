import { describe, expect, test } from 'vitest'
import { isQuiet, nextSending, type Sending } from '#lib/watches/next-sending.ts'

const at = (iso: string) => new Date(iso)
const watch = (given: Partial<Sending> = {}): Sending => ({
  pace: 'atOnce',
  quietFrom: null,
  quietUntil: null,
  timeZone: 'Africa/Algiers',
  ...given,
})
const next = (given: Partial<Sending>, now: string) => nextSending(watch(given), at(now)).toISOString()

describe('when a watch sends', () => {
  test('at once is the next full minute, so that what comes together goes together', () => {
    expect(next({}, '2026-11-22T10:00:05Z')).toBe('2026-11-22T10:01:00.000Z')
    expect(next({}, '2026-11-22T10:00:55Z')).toBe('2026-11-22T10:01:00.000Z')
  })

  test('hourly is the next full hour, daily the morning of the watch’s own zone', () => {
    expect(next({ pace: 'hourly' }, '2026-11-22T10:00:05Z')).toBe('2026-11-22T11:00:00.000Z')
    expect(next({ pace: 'daily' }, '2026-11-22T10:00:05Z')).toBe('2026-11-23T06:00:00.000Z')
    expect(next({ pace: 'daily' }, '2026-11-22T05:59:05Z')).toBe('2026-11-22T06:00:00.000Z')
    expect(next({ pace: 'daily', timeZone: 'Asia/Riyadh' }, '2026-11-22T10:00:05Z')).toBe('2026-11-23T04:00:00.000Z')
  })

  test('in quiet hours it waits for their end, past midnight too, and a digest comes when they end', () => {
    const quiet = { quietFrom: 22 * 60, quietUntil: 6 * 60 + 30 }
    expect(next(quiet, '2026-11-22T21:10:00Z')).toBe('2026-11-23T05:30:00.000Z')
    expect(next(quiet, '2026-11-23T02:10:00Z')).toBe('2026-11-23T05:30:00.000Z')
    expect(next(quiet, '2026-11-23T05:30:10Z')).toBe('2026-11-23T05:31:00.000Z')
    expect(next({ ...quiet, pace: 'daily' }, '2026-11-23T05:30:10Z')).toBe('2026-11-24T05:30:00.000Z')
  })

  test('a day on which clocks change is no hour off', () => {
    expect(next({ pace: 'daily', timeZone: 'Europe/Paris' }, '2026-10-24T10:00:00Z')).toBe('2026-10-25T06:00:00.000Z')
    expect(next({ pace: 'daily', timeZone: 'Europe/Paris' }, '2026-03-28T10:00:00Z')).toBe('2026-03-29T05:00:00.000Z')
  })
})

test('quiet hours begin on their first minute, end before their last, and equal ends are none', () => {
  const hours = (quietFrom: number, quietUntil: number) => watch({ quietFrom, quietUntil, timeZone: 'UTC' })
  expect(isQuiet(hours(60, 120), at('2026-11-22T01:00:00Z'))).toBe(true)
  expect(isQuiet(hours(60, 120), at('2026-11-22T01:59:59Z'))).toBe(true)
  expect(isQuiet(hours(60, 120), at('2026-11-22T02:00:00Z'))).toBe(false)
  expect(isQuiet(hours(1320, 360), at('2026-11-22T00:00:00Z'))).toBe(true)
  expect(isQuiet(hours(60, 60), at('2026-11-22T01:00:00Z'))).toBe(false)
  expect(isQuiet(watch(), at('2026-11-22T01:00:00Z'))).toBe(false)
})
