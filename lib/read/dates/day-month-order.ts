import { foldText } from '#lib/text/fold.ts'

export type Order = 'dmy' | 'mdy'

/** Countries whose press writes the month first. */
const MONTH_FIRST = new Set(['US', 'PH', 'PW', 'FM', 'MH'])
const NUMERIC = /(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](?:19|20)\d{2}(?!\d)/gu

/**
 * Which figure of 05/12/2023 is the day. In order: what other dates of the document betray (a figure above 12), the
 * language where it has one habit, the country of the source, what the page declares.
 */
export function orderOf(said: Order, country: string | null, language: string | null, texts: string[]): Order {
  let [dmy, mdy] = [0, 0]
  for (const text of texts) {
    for (const [, first, second] of foldText(text).matchAll(NUMERIC)) {
      if (Number(first) > 12 && Number(second) <= 12) dmy++
      else if (Number(second) > 12 && Number(first) <= 12) mdy++
    }
  }
  if (dmy !== mdy) return dmy > mdy ? 'dmy' : 'mdy'
  if (language && !/^en/.test(language)) return 'dmy'
  if (country) return MONTH_FIRST.has(country.toUpperCase()) ? 'mdy' : 'dmy'
  return said
}
