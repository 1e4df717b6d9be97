import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { aboutArticles, ChosenArticles, chosenArticles } from '#lib/access/chosen-articles.ts'
import { may } from '#lib/access/policy.ts'
import { lastActor } from '#lib/audit/last-actor.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { newId } from '#lib/core/id.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { Prisma } from '#lib/db/generated/client.ts'

/** An empty field of a form is nobody. */
const Assignee = z.preprocess((value) => value || null, z.uuid().nullable())
export const AssignArticlesInput = z.object({
  ...ChosenArticles,
  userId: Assignee,
  /** With whom a form about one article showed it, empty for nobody: a colleague who was quicker is not passed over. */
  was: z.union([z.literal(''), z.uuid()]).optional(),
})

/** Who had which articles before. */
const Before = z.object({
  to: z.uuid().nullable(),
  before: z.array(z.object({ userId: z.uuid().nullable(), ids: z.array(z.uuid()) })),
})

/**
 * Gives articles to somebody, or to nobody. Who may not assign work may still take what nobody has, and give back
 * what is their own.
 * @throws AppError forbidden, notFound (also where the account is disabled), conflict (passed on since it was shown)
 */
export async function assignArticles(ctx: Context, input: z.output<typeof AssignArticlesInput>) {
  return inTransaction(ctx, async (tx) => {
    const { userId } = input
    const mine = tx.actor.userId
    const assigns = may(tx.actor.role, 'work:assign')
    if (!assigns && userId !== null && userId !== mine) authorize(tx.actor, 'work:assign')
    const ids = await chosenArticles(tx, input, 'article:triage')
    if (input.was !== undefined) await requireUnassigned(tx, input, input.was)
    const user = userId && (await tx.db.user.findFirst({ where: { id: userId, disabledAt: null } }))
    if (userId && !user) throw new AppError('notFound', { userId })
    // Without the right to assign, an article that is a colleague's stays with the colleague.
    const free = assigns ? Prisma.sql`true` : Prisma.sql`(assignee_id IS NULL OR assignee_id = ${mine}::uuid)`
    const moved = await tx.db.$queryRaw<{ id: string; before: string | null }[]>`
      UPDATE article SET assignee_id = ${userId}::uuid, updated_at = ${tx.now()}
      FROM (SELECT id, assignee_id FROM article
            WHERE id = ANY(${ids}::uuid[]) AND assignee_id IS DISTINCT FROM ${userId}::uuid AND ${free}
            ORDER BY id FOR UPDATE) AS old
      WHERE article.id = old.id
      RETURNING article.id, old.assignee_id AS before`
    if (moved.length === 0) {
      const there = await tx.db.article.count({ where: { id: { in: ids }, assigneeId: userId } })
      if (there < ids.length) throw new AppError('forbidden', { reason: 'assigned to a colleague' })
      return { note: 'unchanged' }
    }
    if (user && user.id !== mine) await tellAssignee(tx, user.id, moved)
    const eventId = await recordEvent(tx, {
      kind: user ? 'article.assigned' : 'article.given-back',
      ...aboutArticles(input),
      data: { count: moved.length, name: user ? user.name : '' },
      undo: { to: userId, before: byAssignee(moved) },
    })
    return { eventId }
  })
}

/** One notice however many they are; it opens the first. */
async function tellAssignee(tx: Context, userId: string, moved: { id: string }[]): Promise<void> {
  const [first] = moved
  if (!first) return
  await tx.db.notice.create({
    data: {
      id: newId(),
      userId,
      kind: 'assigned',
      byId: tx.actor.userId,
      articleId: first.id,
      articles: moved.length,
      createdAt: tx.now(),
    },
  })
}

async function requireUnassigned(
  tx: Context,
  { articleIds: [id = ''], userId: wanted }: z.output<typeof AssignArticlesInput>,
  was: string,
): Promise<void> {
  const [article] = await tx.db.$queryRaw<{ userId: string | null; name: string | null }[]>`
    SELECT assignee_id AS "userId", u.name FROM article LEFT JOIN "user" u ON u.id = assignee_id
    WHERE article.id = ${id}::uuid FOR UPDATE OF article`
  if (!article || (article.userId ?? '') === was || article.userId === wanted) return
  const userId = article.userId ?? ''
  const by = await lastActor(tx, { type: 'article', id }, ['article.assigned', 'article.given-back'])
  const names = article.name ? { [userId]: article.name } : {}
  throw new AppError('conflict', { theirs: { values: { userId }, seen: { was: userId }, by, names } })
}

function byAssignee(moved: { id: string; before: string | null }[]): z.output<typeof Before>['before'] {
  const groups = Map.groupBy(moved, (row) => row.before)
  return [...groups].map(([userId, rows]) => ({ userId, ids: rows.map((row) => row.id) }))
}

/** Gives each article back to whom it was with, unless somebody has passed it on since. */
export async function undoAssignArticles(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'article:triage')
  const { to, before } = Before.parse(payload)
  if (to) {
    const articleId = { in: before.flatMap(({ ids }) => ids) }
    await tx.db.notice.deleteMany({ where: { userId: to, kind: 'assigned', articleId, seenAt: null } })
  }
  for (const { userId, ids } of before) {
    await tx.db.$executeRaw`
      UPDATE article SET assignee_id = ${userId}::uuid, updated_at = ${tx.now()}
      WHERE id = ANY(${ids}::uuid[]) AND assignee_id IS NOT DISTINCT FROM ${to}::uuid`
  }
}
