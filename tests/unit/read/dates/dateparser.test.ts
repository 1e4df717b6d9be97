import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { findDatesIn, isoOf } from '#lib/read/dates/find-dates.ts'
import { monthOf, weekdayOf } from '#lib/read/dates/months.ts'
import { dayWord } from '#lib/read/dates/number-words.ts'
import { agoOf, momentAgo } from '#lib/read/dates/relative.ts'
import { foldText } from '#lib/text/fold.ts'

/** Cases of the dateparser library in Arabic script; they lie beside the project, not in it. */
const CASES = '../shared/eval/dates/dateparser/arabic_persian_hebrew_cases.jsonl'
const isThere = existsSync(CASES)
type Case = { test: string; args: unknown[]; kwargs: Record<string, unknown> }
/** What was read and what is right, as far as both say it: `2015-09-17T11:01`, `Sunday`, `3 day`. */
type Judged = { kind: 'absolute' | 'relative' | 'name'; words: string; want: string; got: string }

const ENGLISH_DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const PERSIAN_MONTHS = 'Farvardin Ordibehesht Khordad Tir Mordad Shahrivar Mehr Aban Azar Dey Bahman Esfand'.split(' ')
const BASE = Date.UTC(2014, 8, 1, 10, 30)
const MINUTES: Record<string, number> = { minutes: 1, hours: 60, days: 1440, weeks: 10_080 }

const readAll = (words: string): string[] =>
  findDatesIn(words, 'dmy', 1900).map((date) => `${isoOf(date)}${date.time ? `T${date.time}` : ''}`)
const sameDepth = (want: string, got: string): string => {
  const minute = want.slice(0, 16)
  return got.length === 10 ? minute.replace(/T00:00$/, '') : got.length === 7 ? minute.slice(0, 7) : minute
}
const absolute = (words: string, want: string, got = readAll(words)[0] ?? ''): Judged => ({
  kind: 'absolute',
  words,
  want: sameDepth(want, got),
  got,
})
const instant = (words: string): string => {
  const ago = agoOf(foldText(words))
  return ago ? new Date(momentAgo(BASE, ago)).toISOString() : ''
}
const relative = (words: string, { months = 0, ...parts }: Record<string, number>): Judged => {
  const minutes = Object.entries(parts).reduce((sum, [unit, n]) => sum + n * (MINUTES[unit] ?? 0), 0)
  const want = new Date(BASE)
  want.setUTCMonth(want.getUTCMonth() - months - 12 * (parts.years ?? 0))
  return { kind: 'relative', words, want: new Date(+want - minutes * 60_000).toISOString(), got: instant(words) }
}
const name = (words: string, want: string, got: unknown): Judged => ({
  kind: 'name',
  words,
  want,
  got: String(got ?? ''),
})

/** `6 january 2015 05:16 pm`, as the library's own translation says it. */
function fromEnglish(words: string): string {
  const [, day, month, year, hour = '0', minute = '00', half] =
    /(\d+) (\w+) (\d{4})(?: (\d+):(\d+) (am|pm))?/.exec(words) ?? []
  const at = new Date(`${day} ${month} ${year} UTC`).toISOString().slice(0, 10)
  return `${at}T${String((Number(hour) % 12) + (half === 'pm' ? 12 : 0)).padStart(2, '0')}:${minute}`
}
const englishAgo = (words: string): Record<string, number> => {
  const [, count, unit] = /(\d+) (\w+)/.exec(words) ?? []
  return { [`${unit}s`]: Number(count) }
}

function judge({ test: id, args, kwargs }: Case): Judged[] {
  const [language, words, third] = args as [string, string, unknown]
  const said = String(kwargs.date_string ?? '')
  if (/relative/.test(id)) return [relative(language, kwargs.ago as Record<string, number>)]
  if (/hijri/.test(id)) return [absolute(String(kwargs.dt_string), String(kwargs.dt_obj))]
  if (/get_date/.test(id)) return [absolute(said, String(kwargs.dt))]
  if (/replace_months/.test(id))
    return [name(said, String(kwargs.latin), PERSIAN_MONTHS[(monthOf(foldText(said))?.number ?? 0) - 1])]
  if (/replace_weekdays/.test(id))
    return [name(said, String(kwargs.latin), ENGLISH_DAYS[weekdayOf(foldText(said).replace(/^روز /, '')) ?? -1])]
  if (/replace_digits/.test(id)) return [name(said, String(kwargs.latin), foldText(said))]
  if (/day_literal/.test(id))
    return [name(String(kwargs.persian), String(kwargs.numeral), dayWord(foldText(String(kwargs.persian))))]
  if (language === 'he') return []
  if (/::test_translation/.test(id)) return [absolute(words, fromEnglish(String(third)))]
  if (/freshness_translation/.test(id)) return [relative(words, englishAgo(String(third)))]
  if (/search_and_parse/.test(id)) {
    const got = readAll(words)
    return (third as [string, string][]).map(([quote, want], i) => absolute(quote, want, got[i] ?? ''))
  }
  return []
}

describe('dates in Arabic script as another library states them', () => {
  test.skipIf(!isThere)(
    isThere ? 'at least 95 of 100 are equal, of each kind' : 'skipped: the cases in ../shared are not on this machine',
    () => {
      const cases = readFileSync(CASES, 'utf8').split('\n').filter(Boolean)
      const judged = cases.flatMap((line) => judge(JSON.parse(line) as Case))
      const wrong = judged.filter((j) => j.want !== j.got)
      for (const kind of ['absolute', 'relative', 'name'] as const) {
        const of = judged.filter((j) => j.kind === kind)
        const right = of.filter((j) => j.want === j.got).length
        console.info(`dateparser ${kind}: ${right} of ${of.length}`)
        expect(of.length).toBeGreaterThan(10)
        expect(right / of.length, JSON.stringify(wrong, null, 1)).toBeGreaterThanOrEqual(0.95)
      }
    },
  )
})
