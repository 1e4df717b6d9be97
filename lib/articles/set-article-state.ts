import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { aboutArticles, ChosenArticles, chosenArticles } from '#lib/access/chosen-articles.ts'
import { lastActor } from '#lib/audit/last-actor.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { ArticleState } from '#lib/db/generated/enums.ts'

const State = z.enum(ArticleState)
export const SetArticleStateInput = z.object({
  ...ChosenArticles,
  state: State,
  /** What a form about one article showed: somebody else's step is not overwritten unseen. */
  was: State.optional(),
})

/** What each state's articles were before: `{to: 'done', before: {new: [ids]}}`. */
const Before = z.object({ to: State, before: z.partialRecord(State, z.array(z.uuid())) })

/**
 * Moves articles to new, working, done or archived. Those that are there already are left alone.
 * @throws AppError forbidden, notFound, conflict (moved elsewhere since it was shown)
 */
export async function setArticleState(ctx: Context, input: z.output<typeof SetArticleStateInput>) {
  return inTransaction(ctx, async (tx) => {
    const ids = await chosenArticles(tx, input, 'article:triage')
    if (input.was) await requireUnmoved(tx, input, input.was)
    const moved = await tx.db.$queryRaw<{ id: string; before: ArticleState }[]>`
      UPDATE article SET state = ${input.state}::article_state, updated_at = ${tx.now()}
      FROM (SELECT id, state FROM article
            WHERE id = ANY(${ids}::uuid[]) AND state <> ${input.state}::article_state
            ORDER BY id FOR UPDATE) AS old
      WHERE article.id = old.id
      RETURNING article.id, old.state::text AS before`
    if (moved.length === 0) return { note: 'unchanged' }
    const before: z.output<typeof Before>['before'] = {}
    for (const { id, before: state } of moved) (before[state] ??= []).push(id)
    const eventId = await recordEvent(tx, {
      kind: 'article.moved',
      ...aboutArticles(input),
      data: { state: input.state, count: moved.length },
      undo: { to: input.state, before },
    })
    return { eventId }
  })
}

async function requireUnmoved(
  tx: Context,
  { articleIds: [id = ''], state: wanted }: z.output<typeof SetArticleStateInput>,
  was: ArticleState,
): Promise<void> {
  const [article] = await tx.db.$queryRaw<{ state: ArticleState }[]>`
    SELECT state::text FROM article WHERE id = ${id}::uuid FOR UPDATE`
  if (!article || article.state === was || article.state === wanted) return
  const { state } = article
  const by = await lastActor(tx, { type: 'article', id }, ['article.moved'])
  throw new AppError('conflict', { theirs: { values: { state }, seen: { was: state }, by } })
}

/** Puts each article back where it was, unless somebody has moved it on since. */
export async function undoSetArticleState(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'article:triage')
  const { to, before } = Before.parse(payload)
  for (const [state, ids] of Object.entries(before)) {
    await tx.db.$executeRaw`
      UPDATE article SET state = ${state}::article_state, updated_at = ${tx.now()}
      WHERE id = ANY(${ids}::uuid[]) AND state = ${to}::article_state`
  }
}
