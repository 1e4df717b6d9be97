/** Days of the desk's own calendar (`2026-11-17`), both included. */
export type Period = { from: string; to: string }

export const PERIOD_DAYS = [7, 30, 90] as const
export type PeriodDays = (typeof PERIOD_DAYS)[number]

/** A year and a day: a leap year whole. Longer ranges would draw days thinner than a pixel. */
export const LONGEST = 366

const DAY = 24 * 3600 * 1000
const at = (day: string) => Date.parse(`${day}T00:00:00Z`)
const dayAt = (time: number) => new Date(time).toISOString().slice(0, 10)

/** The day `days` after this one; before it where negative. */
export const addDays = (day: string, days: number): string => dayAt(at(day) + days * DAY)

export const daysIn = ({ from, to }: Period): number => Math.round((at(to) - at(from)) / DAY) + 1

/** Every day of a period, in order. */
export const eachDay = (period: Period): string[] =>
  Array.from({ length: daysIn(period) }, (_, i) => addDays(period.from, i))

/** The period of the same length that ends the day before this one begins. */
export const periodBefore = (period: Period): Period => ({
  from: addDays(period.from, -daysIn(period)),
  to: addDays(period.from, -1),
})

/** Asked for as a number of days, or as a range; a range with its ends swapped is turned round. */
type PeriodChoice = { days?: PeriodDays | undefined; from?: string | undefined; to?: string | undefined }

/**
 * What a choice means: a range of the reader's own, with the missing end at the last day; else that many days up to
 * the last day; else thirty. Never longer than LONGEST: the earliest days are left out.
 */
export function periodOf(choice: PeriodChoice, lastDay: string): Period {
  if (choice.from === undefined && choice.to === undefined)
    return { from: addDays(lastDay, 1 - (choice.days ?? 30)), to: lastDay }
  const ends = [choice.from ?? addDays(choice.to ?? lastDay, -29), choice.to ?? lastDay].sort()
  const [from = lastDay, to = lastDay] = ends
  return daysIn({ from, to }) > LONGEST ? { from: addDays(to, 1 - LONGEST), to } : { from, to }
}
