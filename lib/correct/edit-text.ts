import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { settleFlags, unsettleFlags } from '#lib/articles/settle-flags.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError, type Theirs } from '#lib/core/errors.ts'
import { blocksOfEdited, storedBlocks } from '#lib/correct/blocks-of-edited.ts'
import { lockArticle } from '#lib/correct/lock-article.ts'
import { markAsTheirs, type StoredEvidence, withFormer } from '#lib/correct/mark-as-theirs.ts'
import { reviseArticle } from '#lib/correct/revise-article.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import type { Article } from '#lib/db/generated/client.ts'

export const EditTextInput = z.object({
  articleId: z.uuid(),
  /** The revision that the form showed. */
  revision: z.coerce
    .number()
    .int()
    .min(1)
    .max(2 ** 31 - 1),
  /** Empty: it has none. Absent: it stays. */
  title: z.string().trim().max(1000).optional(),
  /** Blocks with a blank line between them. Absent: it stays. */
  text: z.string().trim().min(1).max(2_000_000).optional(),
})

/**
 * Corrects title and text. The earlier ones are kept; notes find their words again or say that they don't.
 * @throws AppError forbidden, notFound, conflict (somebody else's correction came first)
 */
export async function editText(ctx: Context, input: z.output<typeof EditTextInput>) {
  return inTransaction(ctx, async (tx) => {
    const article = await lockArticle(tx, input.articleId)
    authorize(tx.actor, 'article:edit')
    if (article.revision !== input.revision) throw new AppError('conflict', { theirs: await theirsOf(tx, article) })
    const title = input.title === undefined ? article.title : input.title || null
    const before = { text: article.text, blocks: storedBlocks(article.blocks) }
    const next = input.text === undefined ? before : blocksOfEdited(before, input.text)
    const fields = [...(title === article.title ? [] : ['title']), ...(next.text === article.text ? [] : ['text'])]
    if (fields.length === 0) return { redirectTo: `/articles/${article.id}` }
    const revision = await reviseArticle(tx, article, { title, ...next }, 'edited')
    const evidence = fields.reduce<unknown>((all, field) => markAsTheirs(tx, all, field), article.evidence)
    await tx.db.article.update({ where: { id: article.id }, data: { evidence: evidence as StoredEvidence } })
    const settled =
      fields.includes('title') && title ? await settleFlags(tx, article.id, ['title-missing', 'title-mismatch']) : []
    const former = article.evidence as StoredEvidence
    const eventId = await recordEvent(tx, {
      kind: 'article.text-edited',
      subject: { type: 'article', id: article.id },
      data: { fields: fields.join(' '), title: title ?? '' },
      undo: {
        articleId: article.id,
        kept: article.revision,
        revision,
        evidence: { title: former.title ?? null, text: former.text ?? null },
        settled,
      },
    })
    return { eventId, redirectTo: `/articles/${article.id}` }
  })
}

async function theirsOf(tx: Context, { id, title, text, revision }: Article): Promise<Theirs> {
  const last = await tx.db.revision.findFirst({
    where: { articleId: id },
    orderBy: { number: 'desc' },
    select: { createdBy: { select: { name: true } } },
  })
  const seen = { revision: String(revision) }
  return { values: { title: title ?? '', text }, seen, by: last?.createdBy?.name ?? null }
}

const Undo = z.object({
  articleId: z.string(),
  kept: z.number(),
  revision: z.number(),
  evidence: z.object({ title: z.unknown(), text: z.unknown() }),
  settled: z.array(z.string()),
})

/** Brings the kept text back as a further revision, unless it was corrected again. */
export async function undoEditText(tx: Context, payload: unknown): Promise<void> {
  const { articleId, kept, revision, evidence, settled } = Undo.parse(payload)
  const article = await lockArticle(tx, articleId)
  authorize(tx.actor, 'article:edit')
  const earlier = await tx.db.revision.findUnique({ where: { articleId_number: { articleId, number: kept } } })
  if (!earlier || article.revision !== revision) throw new AppError('conflict', { articleId })
  const { title, text } = earlier
  await reviseArticle(tx, article, { title, text, blocks: storedBlocks(earlier.blocks) }, 'edited')
  const restored = withFormer(withFormer(article.evidence, 'title', evidence.title), 'text', evidence.text)
  await tx.db.article.update({ where: { id: articleId }, data: { evidence: restored } })
  await unsettleFlags(tx, articleId, settled)
}
