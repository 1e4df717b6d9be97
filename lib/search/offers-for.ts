import type { Names } from '#lib/core/article-line.ts'
import type { Catalogue } from '#lib/search/catalogue.ts'
import { keywordIn } from '#lib/search/search-fields.ts'
import type { Problem } from '#lib/search/settle-search.ts'
import { writeValue } from '#lib/search/write-value.ts'

/** What may have been meant: its name, and all that was typed with it in place of what was not understood. */
export type Offer = { label: string | Names; typed: string }

/** Ways out of a problem, each one click. Pure. */
export function offersFor(problem: Problem, typed: string, catalogue: Catalogue, locale: string): Offer[] {
  if (problem.kind !== 'value' && problem.kind !== 'field') return []
  const { start, end } = problem.span
  const part = typed.slice(start, end)
  const instead = (written: string, place: number, length: number) =>
    typed.slice(0, start) + part.slice(0, place) + written + part.slice(place + length) + typed.slice(end)
  if (problem.kind === 'field') {
    return problem.offers.map((field) => {
      const keyword = keywordIn(locale, field)
      return { label: `${keyword}:`, typed: instead(keyword, part.indexOf(problem.name), problem.name.length) }
    })
  }
  const { value, field, offers } = problem
  if (field === 'by' || field === 'on' || field === 'after' || field === 'before' || field === 'until') return []
  const place = part.lastIndexOf(value)
  // Its quotation marks go with it.
  const isQuoted = /["«»“”„‟]/.test(part[place - 1] ?? '')
  const from = place - Number(isQuoted)
  const length = value.length + 2 * Number(isQuoted)
  return offers.map((offer) => ({
    label: offer.names,
    typed: instead(writeValue(field, offer.id, catalogue, locale), from, length),
  }))
}
