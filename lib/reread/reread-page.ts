import type { ReadArticle } from '#lib/core/article.ts'
import { log } from '#lib/core/log.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { SETTLE_GROUPS } from '#lib/db/settled.ts'
import type { Vocabulary } from '#lib/pipeline.ts'
import { read } from '#lib/read/read.ts'
import { UnreadableError } from '#lib/read/unreadable-error.ts'
import { applyPlan } from '#lib/reread/apply-plan.ts'
import { type ArticleBefore, articlesBefore } from '#lib/reread/article-before.ts'
import { describePlan, type RereadChanges } from '#lib/reread/describe-plan.ts'
import type { DocumentOfArticle } from '#lib/reread/documents-in-scope.ts'
import { changesNothing, planReread, type RereadPlan } from '#lib/reread/plan-reread.ts'
import { refreshStory } from '#lib/stories/refresh-story.ts'

/** What became of one article: what changes in it, null where nothing does or where its document cannot be read now. */
export type Reread = { articleId: string; title: string | null; changes: RereadChanges | null; isUnreadable: boolean }

/** Articles of one transaction: long enough to be quick, short enough that no editor waits for it. */
const TOGETHER = 25

/**
 * Reads the documents of one page of articles again and says what changes; with `run` it is written as well. An article
 * is compared with its row as it stands when the row is held: what a person has set until then stays.
 * @param run identifier of the run that writes, null to look only
 */
export async function rereadPage(
  ctx: Context,
  page: readonly DocumentOfArticle[],
  vocabulary: Vocabulary,
  run: string | null,
): Promise<Reread[]> {
  const readings = page.map(({ articleId, document }) => ({ articleId, reading: readAgain(document, vocabulary) }))
  if (run === null) return rereadSome(ctx, readings, vocabulary, null)
  const done: Reread[] = []
  for (let from = 0; from < readings.length; from += TOGETHER) {
    const some = readings.slice(from, from + TOGETHER)
    done.push(...(await inTransaction(ctx, (tx) => rereadSome(tx, some, vocabulary, run))))
  }
  return done
}

type Reading = { articleId: string; reading: ReadArticle | null }

/** What a document is now; null where it cannot be read any more: then the article stays what it is. */
function readAgain(document: DocumentOfArticle['document'], vocabulary: Vocabulary): ReadArticle | null {
  try {
    return read(document, vocabulary.reading)
  } catch (error) {
    if (!(error instanceof UnreadableError)) log.error({ err: error, documentId: document.id }, 'reading again failed')
    return null
  }
}

async function rereadSome(
  ctx: Context,
  readings: readonly Reading[],
  vocabulary: Vocabulary,
  run: string | null,
): Promise<Reread[]> {
  const ids = readings.map(({ articleId }) => articleId)
  if (run !== null) await ctx.db.$queryRaw`SELECT id FROM article WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
  const before = await articlesBefore(ctx.db, ids)
  const written: { article: ArticleBefore; plan: RereadPlan }[] = []
  const reread: Reread[] = []
  for (const { articleId, reading } of readings) {
    const article = before.get(articleId)
    if (!article) continue
    const plan = reading && planReread(article, reading, vocabulary)
    const isChanged = plan !== null && !changesNothing(plan)
    reread.push({
      articleId,
      title: article.title,
      changes: isChanged ? describePlan(article, plan) : null,
      isUnreadable: reading === null,
    })
    if (!isChanged || run === null) continue
    await applyPlan(ctx, article, plan, run)
    written.push({ article, plan })
  }
  if (run !== null) await settle(ctx, written)
  return reread
}

/** Stories and groups whose articles have another text or day now are counted again; people's decisions on them stay. */
async function settle(tx: Context, written: { article: ArticleBefore; plan: RereadPlan }[]): Promise<void> {
  const moved = written.filter(({ plan }) => plan.text || plan.fields.includes('publishedAt'))
  if (moved.length === 0) return
  await refreshStory(
    tx,
    moved.map(({ article }) => article.storyId),
  )
  const groups = new Set(moved.flatMap(({ article }) => article.duplicateGroupId ?? []))
  await tx.db.$executeRawUnsafe(SETTLE_GROUPS, [...groups])
}
