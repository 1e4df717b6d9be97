import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { aboutArticles, ChosenArticles, chosenArticles } from '#lib/access/chosen-articles.ts'
import { lastActor } from '#lib/audit/last-actor.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { deskLocal, deskMinute, fromDeskLocal } from '#lib/core/desk-time.ts'
import { AppError } from '#lib/core/errors.ts'
import { isSensibleTime } from '#lib/core/plain-words.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'

/** By the desk's clock, as a form has it; empty: at no time. */
const Local = z.union([
  z.literal(''),
  z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)
    .refine((local) => !Number.isNaN(Date.parse(`${local}Z`)) && isSensibleTime(new Date(`${local}Z`))),
])
export const SetDueTimeInput = z.object({
  ...ChosenArticles,
  dueAt: Local,
  /** What a form about one article showed: a colleague's time is not overwritten unseen. */
  was: Local.optional(),
})

/** When which articles were due before. */
const Before = z.object({
  to: z.iso.datetime().nullable(),
  before: z.array(z.object({ dueAt: z.iso.datetime().nullable(), ids: z.array(z.uuid()) })),
})

/**
 * Says by when articles are to be dealt with, or that it does not matter.
 * @throws AppError forbidden, notFound, conflict (set otherwise since it was shown)
 */
export async function setDueTime(ctx: Context, input: z.output<typeof SetDueTimeInput>) {
  return inTransaction(ctx, async (tx) => {
    const ids = await chosenArticles(tx, input, 'article:triage')
    if (input.was !== undefined) await requireUnchanged(tx, input, input.was)
    const dueAt = input.dueAt === '' ? null : fromDeskLocal(input.dueAt)
    const moved = await tx.db.$queryRaw<{ id: string; before: Date | null }[]>`
      UPDATE article SET due_at = ${dueAt}, updated_at = ${tx.now()}
      FROM (SELECT id, due_at FROM article
            WHERE id = ANY(${ids}::uuid[]) AND due_at IS DISTINCT FROM ${dueAt}::timestamptz
            ORDER BY id FOR UPDATE) AS old
      WHERE article.id = old.id
      RETURNING article.id, old.due_at AS before`
    if (moved.length === 0) return { note: 'unchanged' }
    const groups = Map.groupBy(moved, (row) => row.before?.toISOString() ?? null)
    const eventId = await recordEvent(tx, {
      kind: dueAt ? 'article.due-set' : 'article.due-cleared',
      ...aboutArticles(input),
      data: { count: moved.length, due: dueAt ? deskMinute(dueAt) : '' },
      undo: {
        to: dueAt?.toISOString() ?? null,
        before: [...groups].map(([before, rows]) => ({ dueAt: before, ids: rows.map((row) => row.id) })),
      },
    })
    return { eventId }
  })
}

async function requireUnchanged(
  tx: Context,
  { articleIds: [id = ''], dueAt: wanted }: z.output<typeof SetDueTimeInput>,
  was: string,
): Promise<void> {
  const [article] = await tx.db.$queryRaw<{ dueAt: Date | null }[]>`
    SELECT due_at AS "dueAt" FROM article WHERE id = ${id}::uuid FOR UPDATE`
  const now = article?.dueAt ? deskLocal(article.dueAt) : ''
  if (!article || now === was || now === wanted) return
  const by = await lastActor(tx, { type: 'article', id }, ['article.due-set', 'article.due-cleared'])
  throw new AppError('conflict', { theirs: { values: { dueAt: now }, seen: { was: now }, by } })
}

/** Gives each article its earlier time back, unless somebody has set another since. */
export async function undoSetDueTime(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'article:triage')
  const { to, before } = Before.parse(payload)
  for (const { dueAt, ids } of before) {
    await tx.db.$executeRaw`
      UPDATE article SET due_at = ${dueAt}::timestamptz, updated_at = ${tx.now()}
      WHERE id = ANY(${ids}::uuid[]) AND due_at IS NOT DISTINCT FROM ${to}::timestamptz`
  }
}
