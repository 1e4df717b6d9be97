import { authorize } from '#lib/access/authorize.ts'
import type { Context } from '#lib/db/context.ts'
import { documentsInScope } from '#lib/reread/documents-in-scope.ts'
import { type Reread, rereadPage } from '#lib/reread/reread-page.ts'
import { type RereadScope, rereadScopeSql } from '#lib/reread/reread-scope.ts'
import { countIn, emptyTally, type RereadTally } from '#lib/reread/tally.ts'
import { currentVocabulary } from '#lib/vocabulary.ts'

/** What a screen shows of what would change: `inScope` articles, of which the first `tally.articles` were read. */
export type RereadPreview = { inScope: number; tally: RereadTally; changed: Reread[] }

/** Articles read for a preview, and between two looks at other requests; changed ones that are listed. */
const MOST = 300
const STEP = 20
const LISTED = 50

/** Reads the first articles in scope again and writes nothing. @throws AppError forbidden */
export async function previewReread(ctx: Context, scope: RereadScope): Promise<RereadPreview> {
  authorize(ctx.actor, 'batch:manage')
  const [count] = await ctx.db.$queryRaw<{ articles: number }[]>`
    SELECT count(*)::int AS articles FROM article AS a WHERE ${rereadScopeSql(scope)}`
  const vocabulary = await currentVocabulary(ctx.db)
  const tally = emptyTally()
  const changed: Reread[] = []
  for (let after: string | null = null; tally.articles < MOST; ) {
    const page = await documentsInScope(ctx.db, scope, after, STEP)
    const last = page.at(-1)
    if (!last) break
    for (const reread of await rereadPage(ctx, page, vocabulary, null)) {
      countIn(tally, reread)
      if (reread.changes && changed.length < LISTED) changed.push(reread)
    }
    after = last.articleId
  }
  return { inScope: count?.articles ?? 0, tally, changed }
}
