import type { DeskRow } from '#lib/articles/list-desk.ts'
import { filterParams } from '#lib/core/filter-params.ts'
import type { Context } from '#lib/db/context.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import { tryRule } from '#lib/rules/try-rule.ts'
import { askFilter } from '#lib/search/ask-filter.ts'
import { filterSentence } from '#lib/search/filter-sentence.ts'
import { loadCatalogue } from '#lib/search/load-catalogue.ts'
import { writeQuery } from '#lib/search/write-query.ts'

/** What a rule or a watch asks for, as its screen shows it before it is kept. */
export type Question = {
  /** As it is typed into a search box. */
  typed: string
  /** As it is kept: the desk's own query string; empty where it asks for nothing, or was not understood. */
  query: string
  sentence: string
  isUnderstood: boolean
  count: number
  capped: boolean
  rows: DeskRow[]
}

/** @param params the desk's own parameters, as an address or a stored filter has them. @throws AppError forbidden */
export async function askQuestion(ctx: Context, i18n: I18n, params: Record<string, unknown>): Promise<Question> {
  const { filter, problems } = await askFilter(ctx, params)
  const isUnderstood = problems.length === 0
  const query = isUnderstood ? new URLSearchParams(filterParams(filter)).toString() : ''
  const [catalogue, sentence, tried] = await Promise.all([
    loadCatalogue(ctx),
    filterSentence(ctx, i18n, filter),
    tryRule(ctx, query),
  ])
  return { typed: writeQuery(filter, catalogue, i18n.locale), query, sentence, isUnderstood, ...tried }
}
