import { readChoices } from '#lib/core/choices.ts'
import type { ArticleFilter } from '#lib/db/article-filter.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import type { Catalogue } from '#lib/search/catalogue.ts'
import { parseQuery, type Term } from '#lib/search/parse-query.ts'
import { shifted } from '#lib/search/read-days.ts'
import type { ChoiceField } from '#lib/search/search-fields.ts'
import { type OtherNames, valueLabel } from '#lib/search/value-label.ts'

/**
 * What a filter asks for, in a sentence: «مقالات من وكالة الأنباء الجزائرية عن الساحل، قبل ١ نوفمبر، بلا «رياضة»».
 * Pure.
 */
export function sentenceOf(i18n: I18n, filter: ArticleFilter, catalogue: Catalogue, others?: OtherNames): string {
  const { t } = i18n
  const or = (words: string[]) => i18n.format.list(words, { type: 'disjunction' })
  const and = (words: string[]) => i18n.format.list(words, { type: 'conjunction' })
  const label = (field: ChoiceField) => (id: string) => valueLabel(i18n, field, id, catalogue, others)
  const chosen = (field: ChoiceField) => {
    const { all, none } = readChoices(filter[field])
    return { all: all.map((ids) => or(ids.map(label(field)))), none: none.map(label(field)) }
  }
  const parts: string[] = []
  const refused: string[] = []
  const say = (field: ChoiceField, key: keyof typeof NOT_SAID | 'about') => {
    const { all, none } = chosen(field)
    if (all.length > 0) parts.push(t(`search.sentence.${key}`, { names: and(all) }))
    if (none.length > 0) refused.push(t(`search.sentence.not.${key}`, { names: or(none) }))
  }
  if (filter.source === 'none') parts.push(t('search.sentence.noSource'))
  else say('source', 'source')
  const subjects = (['topic', 'entity', 'country'] as const).map(chosen)
  const about = subjects.flatMap(({ all }) => all)
  const notAbout = subjects.flatMap(({ none }) => none)
  if (about.length > 0) parts.push(t('search.sentence.about', { names: and(about) }))
  if (notAbout.length > 0) refused.push(t('search.sentence.not.about', { names: or(notAbout) }))
  const opening = parts.splice(0)
  say('by', 'by')
  say('agency', 'agency')
  say('language', 'language')
  const words = wordsOf(i18n, filter.q ?? '')
  if (words.asked.length > 0) parts.push(t('search.sentence.words', { words: and(words.asked.map(or)) }))
  if (filter.from || filter.to) parts.push(daysLabel(i18n, filter))
  say('flag', 'flag')
  say('state', 'state')
  if (filter.assignee === 'none') parts.push(t('search.sentence.nobody'))
  else say('assignee', 'assignee')
  say('story', 'story')
  say('batch', 'batch')
  const has = chosen('has')
  if (has.all.length > 0) parts.push(t('search.sentence.has', { names: and(has.all) }))
  if (filter.text) parts.push(t(`search.sentence.${filter.text}`))
  if (filter.tags) parts.push(t('search.sentence.accepted'))
  const without = [...has.none, ...words.refused]
  if (without.length > 0) refused.push(t('search.sentence.without', { names: or(without) }))
  const rest = [...parts, ...refused]
  // What comes first belongs to the noun; what follows is set apart.
  const noun = [t('search.sentence.articles'), ...(opening.length > 0 ? opening : rest.splice(0, 1))].join(' ')
  return [noun, ...rest].join(i18n.locale === 'ar' ? '، ' : ', ')
}

/** The fields whose refusal has a sentence of its own. */
const NOT_SAID = { source: 1, by: 1, agency: 1, language: 1, flag: 1, state: 1, assignee: 1, story: 1, batch: 1 }

function wordsOf({ t }: I18n, q: string): { asked: string[][]; refused: string[] } {
  const shown = ({ kind, span }: Term) => {
    const words = q
      .slice(span.start, span.end)
      .replace(/^[-−–]/, '')
      .replace(/^["«»“”„‟]|["«»“”„‟]$|\*$/g, '')
    return t(`search.sentence.${kind === 'prefix' ? 'prefix' : 'quoted'}`, { words })
  }
  const { clauses } = parseQuery(q)
  return {
    asked: clauses.filter((clause) => !clause.not).map((clause) => clause.any.map(shown)),
    refused: clauses.filter((clause) => clause.not).flatMap((clause) => clause.any.map(shown)),
  }
}

/** Which days a filter asks for: «قبل ١ نوفمبر». Pure. */
export function daysLabel(i18n: I18n, { from, to }: ArticleFilter): string {
  // Noon in UTC is the same calendar day in every zone a desk may have.
  const day = (iso: string) => i18n.day(new Date(`${iso}T12:00:00Z`))
  if (from && to) {
    if (from === to) return i18n.t('search.sentence.on', { day: day(from) })
    return i18n.t('search.sentence.between', { from: day(from), to: day(to) })
  }
  if (from) return i18n.t('search.sentence.after', { day: day(from) })
  return i18n.t('search.sentence.before', { day: day(shifted(to ?? '', 'd', -1)) })
}
