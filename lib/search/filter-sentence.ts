import { authorize } from '#lib/access/authorize.ts'
import type { ArticleFilter } from '#lib/db/article-filter.ts'
import type { Context } from '#lib/db/context.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import { loadCatalogue } from '#lib/search/load-catalogue.ts'
import { otherNames } from '#lib/search/other-names.ts'
import { sentenceOf } from '#lib/search/sentence-of.ts'

/** What a filter asks for, in a sentence of the reader's language. @throws AppError forbidden */
export async function filterSentence(ctx: Context, i18n: I18n, filter: ArticleFilter): Promise<string> {
  authorize(ctx.actor, 'article:read')
  const [catalogue, others] = await Promise.all([loadCatalogue(ctx), otherNames(ctx, filter)])
  return sentenceOf(i18n, filter, catalogue, others)
}
