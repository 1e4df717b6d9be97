import { authorize } from '#lib/access/authorize.ts'
import type { Context } from '#lib/db/context.ts'
import { documentsInScope } from '#lib/reread/documents-in-scope.ts'
import { type Reread, rereadPage } from '#lib/reread/reread-page.ts'
import type { RereadScope } from '#lib/reread/reread-scope.ts'
import { currentVocabulary } from '#lib/vocabulary.ts'

/**
 * Reads everything in scope again, a page at a time, in order of article ids.
 * @param run identifier of the run that writes, null to look only
 * @throws AppError forbidden
 */
export async function* rereadArticles(
  ctx: Context,
  scope: RereadScope,
  run: string | null,
): AsyncGenerator<Reread[], void> {
  authorize(ctx.actor, 'batch:manage')
  const vocabulary = await currentVocabulary(ctx.db)
  for (let after: string | null = null; ; ) {
    const page = await documentsInScope(ctx.db, scope, after)
    const last = page.at(-1)
    if (!last) return
    yield await rereadPage(ctx, page, vocabulary, run)
    after = last.articleId
  }
}
