import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { PRECISIONS } from '#lib/core/article.ts'
import { AppError } from '#lib/core/errors.ts'
import { storedBlocks } from '#lib/correct/blocks-of-edited.ts'
import { lockArticle } from '#lib/correct/lock-article.ts'
import type { StoredEvidence } from '#lib/correct/mark-as-theirs.ts'
import { reviseArticle } from '#lib/correct/revise-article.ts'
import type { Context } from '#lib/db/context.ts'
import type { Article, Prisma } from '#lib/db/generated/client.ts'
import { setByPerson } from '#lib/reread/set-by-person.ts'
import { refreshStory } from '#lib/stories/refresh-story.ts'

const when = z.coerce.date().nullable()
const word = z.string().nullable()
const Columns = z
  .object({
    publishedAt: when,
    publishedPrecision: z.enum(PRECISIONS).nullable(),
    pageDate: when,
    sourceId: word,
    sourceName: word,
    originName: word,
    agency: word,
    byline: word,
    language: z.string(),
    address: word,
  })
  .partial()

const Undo = z.object({
  articleId: z.uuid(),
  kept: z.number().nullable(),
  revision: z.number().nullable(),
  columns: Columns,
  written: Columns,
  evidence: z.record(z.string(), z.unknown()),
  raised: z.array(z.string()),
  flags: z.array(z.object({ kind: z.string(), evidence: z.unknown(), confidence: z.number() })),
})

/**
 * Brings an article back to what it was before it was read again: its text as a further revision, its fields, their
 * evidence, its doubts. Suggested tags follow the next reading. @throws AppError conflict where it has changed since
 */
export async function undoRereadArticle(tx: Context, payload: unknown): Promise<void> {
  const { articleId, kept, revision, columns, written, evidence, raised, flags } = Undo.parse(payload)
  const article = await lockArticle(tx, articleId)
  authorize(tx.actor, 'article:edit')
  if ((revision !== null && article.revision !== revision) || !stillHas(article, written))
    throw new AppError('conflict', { articleId })
  if (kept !== null) await bringBack(tx, article, kept)
  await tx.db.article.update({
    where: { id: articleId },
    data: {
      ...(columns as Partial<Article>),
      ...(columns.publishedAt === undefined ? {} : { sortAt: columns.publishedAt ?? article.receivedAt }),
      evidence: withTheirs(evidence, article.evidence) as StoredEvidence,
      updatedAt: tx.now(),
    } as Prisma.ArticleUncheckedUpdateInput,
  })
  await tx.db.articleFlag.deleteMany({ where: { articleId, kind: { in: raised }, dismissedAt: null } })
  for (const { kind, evidence: why, confidence } of flags) {
    const says = { confidence, evidence: why as Prisma.InputJsonObject }
    await tx.db.articleFlag.upsert({
      where: { articleId_kind: { articleId, kind } },
      create: { articleId, kind, ...says },
      update: says,
    })
  }
  if (kept !== null || columns.publishedAt !== undefined) await refreshStory(tx, [article.storyId])
}

/** The former evidence, with the marks of people who have set other fields since. */
function withTheirs(former: Record<string, unknown>, now: unknown): Record<string, unknown> {
  const persons = setByPerson(now)
  const theirs = Object.entries(now as Record<string, unknown>).filter(([field]) => persons.has(field))
  return { ...former, ...Object.fromEntries(theirs) }
}

async function bringBack(tx: Context, article: Article, kept: number): Promise<void> {
  const earlier = await tx.db.revision.findUnique({
    where: { articleId_number: { articleId: article.id, number: kept } },
  })
  if (!earlier) throw new AppError('conflict', { articleId: article.id })
  const { title, text } = earlier
  await reviseArticle(tx, article, { title, text, blocks: storedBlocks(earlier.blocks) }, 'read-again')
}

/** Whether the fields that were written still hold what was written. */
const stillHas = (article: Article, written: z.output<typeof Columns>): boolean =>
  Object.entries(written).every(([name, value]) => same(article[name as keyof Article], value))

const same = (a: unknown, b: unknown): boolean =>
  a instanceof Date && b instanceof Date ? a.getTime() === b.getTime() : a === b
