/** Periods the desk offers, and how many days each reaches back, today included. */
const PERIODS = { today: 1, week: 7, month: 30 } as const
export type PeriodName = keyof typeof PERIODS
export const PERIOD_NAMES = ['today', 'week', 'month'] as const satisfies readonly PeriodName[]

/** The first day of a period that ends today: `2026-11-17`, in this time zone. Pure. */
export function firstDay(period: PeriodName, now: Date, timeZone: string): string {
  const { year, month, day } = Object.fromEntries(
    new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
      .formatToParts(now)
      .map((part) => [part.type, part.value]),
  )
  const today = Date.parse(`${year}-${month}-${day}T00:00:00Z`)
  return new Date(today - (PERIODS[period] - 1) * 86_400_000).toISOString().slice(0, 10)
}
