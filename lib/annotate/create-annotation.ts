import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { anchor } from '#lib/annotate/anchor.ts'
import { notifyOfNote } from '#lib/annotate/notify-of-note.ts'
import { describeTarget, type Target } from '#lib/annotate/target.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { newId } from '#lib/core/id.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'

export const CreateAnnotationInput = z
  .object({
    articleId: z.uuid(),
    /** The revision that was on the screen: the offsets count UTF-16 units of its text. */
    revision: z.coerce
      .number()
      .int()
      .min(1)
      .max(2 ** 31 - 1),
    start: z.coerce.number().int().min(0),
    end: z.coerce.number().int().min(1),
    /** The words as they were selected: a note never lands on others. */
    exact: z.string().min(1).max(20_000),
    kind: z.enum(['highlight', 'comment']),
    body: z.string().trim().max(10_000).default(''),
    /** One of the desk's labels; an empty field is none. */
    labelId: z.preprocess((value) => value || undefined, z.uuid().optional()),
  })
  .refine((input) => input.end > input.start, { path: ['end'] })
  .refine((input) => input.kind === 'highlight' || input.body !== '', { path: ['body'] })

/**
 * A highlight or a comment on words of an article. Where the text has changed since it was on the screen, the words are
 * looked for in the new one; who is mentioned is told.
 * @throws AppError forbidden, notFound, conflict where the words are not there, or the label was retired
 */
export async function createAnnotation(
  ctx: Context,
  input: Omit<z.output<typeof CreateAnnotationInput>, 'labelId'> & { labelId?: string | undefined },
): Promise<{ eventId: string }> {
  return inTransaction(ctx, async (tx) => {
    const article = await tx.db.article.findFirst({
      where: { id: input.articleId, withdrawnAt: null },
      select: { id: true, text: true, revision: true },
    })
    if (!article) throw new AppError('notFound', { articleId: input.articleId })
    authorize(tx.actor, 'annotation:write')
    const target = await placeIn(tx, article, input)
    if (!target) throw new AppError('conflict', { articleId: article.id })
    const label = input.labelId
      ? await tx.db.annotationLabel.findFirst({ where: { id: input.labelId, retiredAt: null } })
      : null
    if (input.labelId && !label) throw new AppError('conflict', { labelId: input.labelId })
    const id = newId()
    await tx.db.annotation.create({
      data: {
        id,
        articleId: article.id,
        revision: article.revision,
        kind: input.kind,
        body: input.body,
        labelId: label?.id ?? null,
        ...target,
        userId: tx.actor.userId,
        createdAt: tx.now(),
        updatedAt: tx.now(),
      },
    })
    await notifyOfNote(tx, { annotationId: id, articleId: article.id, body: input.body }, false)
    const eventId = await recordEvent(tx, {
      kind: 'annotation.created',
      subject: { type: 'article', id: article.id },
      data: { annotationId: id, kind: input.kind, quote: target.exact.slice(0, 120) },
      undo: { annotationId: id },
    })
    return { eventId }
  })
}

type Seen = { id: string; text: string; revision: number }

async function placeIn(
  tx: Context,
  article: Seen,
  input: Pick<z.output<typeof CreateAnnotationInput>, 'revision' | 'start' | 'end' | 'exact'>,
): Promise<Target | null> {
  const seen =
    input.revision === article.revision
      ? article
      : await tx.db.revision.findUnique({
          where: { articleId_number: { articleId: article.id, number: input.revision } },
        })
  if (!seen) return null
  const target = describeTarget(seen.text, input.start, input.end)
  if (withoutSpace(target.exact) !== withoutSpace(input.exact) || target.exact.trim() === '') return null
  if (seen === article) return target
  const place = anchor(article.text, target, seen.text)
  return place && describeTarget(article.text, place.start, place.end)
}

/** What stands between blocks is a line break to one browser and nothing to another. */
const withoutSpace = (text: string): string => text.replace(/\s+/g, '')

const Undo = z.object({ annotationId: z.string() })

export async function undoCreateAnnotation(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'annotation:write')
  const { annotationId } = Undo.parse(payload)
  await tx.db.annotation.updateMany({ where: { id: annotationId, deletedAt: null }, data: { deletedAt: tx.now() } })
}
