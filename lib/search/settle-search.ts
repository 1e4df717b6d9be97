import { readChoices, writeChoices } from '#lib/core/choices.ts'
import { isSensibleTime } from '#lib/core/plain-words.ts'
import type { ArticleFilter } from '#lib/db/article-filter.ts'
import type { Catalogue, KnownValue } from '#lib/search/catalogue.ts'
import type { AskedField, Search } from '#lib/search/parse-search.ts'
import { readDays, shifted } from '#lib/search/read-days.ts'
import {
  type ChoiceField,
  FIELD_NAMES,
  hasSeveral,
  isDayField,
  keywordsOf,
  type SearchField,
} from '#lib/search/search-fields.ts'
import { likeness, suggestValues } from '#lib/search/suggest-values.ts'
import type { Span } from '#lib/text/fold.ts'
import { foldText } from '#lib/text/fold.ts'
import { foldedWords } from '#lib/text/words.ts'

/** What could not be done as it was asked; `span` is its place in what was typed. */
export type Problem =
  /** Nothing is called so; perhaps one of these is meant. */
  | { kind: 'value'; field: SearchField; value: string; offers: KnownValue[]; span: Span; not: boolean }
  /** A colon behind a word that is no field; the words were looked for as words. */
  | { kind: 'field'; name: string; offers: SearchField[]; span: Span }
  | { kind: 'empty' | 'negated'; field: SearchField; span: Span }
  | { kind: 'day'; field: SearchField; value: string; span: Span }
  /** OR joins words, or values of one field. */
  | { kind: 'or' }

/** A search as a filter. Where something in it is not understood, `isWhole` is false, and nothing fits it. */
export type Settled = { filter: ArticleFilter; problems: Problem[]; isWhole: boolean }

/** Whom "me" means, and the day it is on the desk. */
export type Asker = { userId: string | null; today: string }

/** What `is:` can say, each a parameter of the filter with its value. */
export const IS_CHOICES = {
  first: ['text', 'first'],
  copy: ['text', 'copy'],
  accepted: ['tags', 'accepted'],
  open: ['state', 'open'],
  new: ['state', 'new'],
  working: ['state', 'working'],
  done: ['state', 'done'],
  archived: ['state', 'archived'],
} as const
type IsChoice = keyof typeof IS_CHOICES

/** Fields that may name by its identifier what no catalogue has: stories, what is no longer here. */
const BY_UUID: readonly SearchField[] = ['story', 'batch', 'source', 'assignee']
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** A name that is nearer to a field's than this is a slip of the finger. */
const SLIP = 0.55

/**
 * Adds what was typed to the other parameters of a filter. Fields of which an article has one (a source) are asked for
 * one or the other; of the others (topics) each must be there; of days, the narrowest count. Pure.
 */
export function settleSearch(rest: ArticleFilter, search: Search, catalogue: Catalogue, asker: Asker): Settled {
  const filter: ArticleFilter = { ...rest, q: search.words || undefined }
  const problems: Problem[] = search.unknown.map(({ name, span }) => ({
    kind: 'field',
    name,
    offers: near(name),
    span,
  }))
  if (search.strayOr) problems.push({ kind: 'or' })
  for (const asked of search.fields) {
    const problem = isDayField(asked.field)
      ? addDays(filter, asked, asker.today)
      : addValues(filter, asked, catalogue, asker)
    if (problem) problems.push(problem)
  }
  const isWhole = problems.every(({ kind }) => kind === 'field' || kind === 'or')
  return { filter, problems, isWhole }
}

function near(name: string): SearchField[] {
  const folded = foldText(name)
  const scored = FIELD_NAMES.map((field) => ({
    field,
    score: Math.max(...keywordsOf(field).map((word) => likeness(folded, word))),
  }))
  const [best] = scored.sort((a, b) => b.score - a.score)
  return best && best.score >= SLIP ? [best.field] : []
}

function addDays(filter: ArticleFilter, { field, values, not, span }: AskedField, today: string): Problem | undefined {
  const [value] = values
  if (value === undefined) return { kind: 'empty', field, span }
  const days = values.length === 1 ? readDays(value, today) : null
  if (!days || ![days.first, days.last].every((day) => isSensibleTime(new Date(day)))) {
    return { kind: 'day', field, value: values.join(', '), span }
  }
  if (not && field === 'on') return { kind: 'negated', field, span }
  const since = (day: string) => (filter.from = filter.from && filter.from > day ? filter.from : day)
  const upTo = (day: string) => (filter.to = filter.to && filter.to < day ? filter.to : day)
  // What is not after a day is before it, and the other way round.
  const meant = not ? ({ after: 'before', before: 'after', until: 'later' } as const)[field as 'after'] : field
  if (meant === 'on' || meant === 'after') since(days.first)
  if ((meant as string) === 'later') since(shifted(days.last, 'd', -1))
  if (meant === 'on' || meant === 'until') upTo(days.last)
  if (meant === 'before') upTo(shifted(days.first, 'd', 1))
  return undefined
}

function addValues(filter: ArticleFilter, asked: AskedField, catalogue: Catalogue, asker: Asker): Problem | undefined {
  const { field, values, not, span } = asked
  if (values.length === 0) return { kind: 'empty', field, span }
  const ids: string[] = []
  for (const value of values) {
    const found = idsOf(field, value, catalogue, asker)
    if (found.length === 0) {
      return { kind: 'value', field, value, offers: suggestValues(catalogue, field, value), span, not }
    }
    ids.push(...found)
  }
  if (field === 'is') return addClaims(filter, ids as IsChoice[], asked)
  add(filter, field as ChoiceField, [...new Set(ids)], not)
  return undefined
}

function add(filter: ArticleFilter, field: ChoiceField, ids: string[], not: boolean): void {
  const choices = readChoices(filter[field])
  const [first] = choices.all
  if (not) choices.none.push(...ids)
  else if (first && !hasSeveral(field)) first.push(...ids)
  else choices.all.push(ids)
  // Read again, for what was asked twice counts once.
  filter[field] = writeChoices(readChoices(writeChoices(choices)))
}

function addClaims(filter: ArticleFilter, claims: IsChoice[], { field, not, span }: AskedField): Problem | undefined {
  const states: string[] = []
  for (const claim of claims) {
    const [param, value] = IS_CHOICES[claim]
    if (param === 'state') states.push(value)
    // One word beside another here would have to say "or": a text is first or a copy, whichever.
    else if (claims.length > 1 || (not && param === 'tags')) return { kind: 'negated', field, span }
    else if (param === 'tags') filter.tags = value
    else filter.text = not === (value === 'first') ? 'copy' : 'first'
  }
  if (states.length > 0) add(filter, 'state', states, not)
  return undefined
}

/** What the filter holds for a value as it is written; nothing where it is not known. */
function idsOf(field: SearchField, written: string, catalogue: Catalogue, asker: Asker): string[] {
  if (field === 'by') {
    const words = foldedWords(written).join(' ')
    return words ? [words.slice(0, 200)] : []
  }
  const ids = catalogue.find(field, written).map((value) => value.id)
  if (ids.length === 0 && BY_UUID.includes(field) && UUID.test(written)) return [written.toLowerCase()]
  if (field !== 'assignee') return ids
  return ids.flatMap((id) => (id === 'me' ? (asker.userId ?? []) : id))
}
