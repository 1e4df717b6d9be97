import { authorize } from '#lib/access/authorize.ts'
import { aboutArticles } from '#lib/access/chosen-articles.ts'
import { assignArticles } from '#lib/articles/assign-articles.ts'
import { setArticleState } from '#lib/articles/set-article-state.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import type { Context } from '#lib/db/context.ts'
import type { DeskRule } from '#lib/db/generated/client.ts'
import { RuleActions } from '#lib/rules/rule-actions.ts'
import { addTag } from '#lib/tag/add-tag.ts'

/**
 * Does what a rule says to articles that match it: tags them, gives those to somebody that are with nobody, moves those
 * that are new, raises its flag, and counts them. Each is an event of its own, taken back like a person's. Inside a transaction.
 * @returns the events. @throws AppError forbidden before anything is changed: the rule gives work, and the actor may not
 */
export async function applyRule(tx: Context, rule: DeskRule, articleIds: string[]): Promise<string[]> {
  const { subjects, userId, state, flag } = RuleActions.parse(rule.actions)
  if (userId && userId !== tx.actor.userId) authorize(tx.actor, 'work:assign')
  const evidence = { rule: 'desk-rule', name: rule.name }
  const these = { articleIds, withCopies: false }
  const outcomes: { eventId?: string; note?: string }[] = []
  for (const subject of subjects)
    outcomes.push(await addTag(tx, { ...these, subject }, { origin: 'rule', evidence }).catch(unlessGone))
  const free = userId ? await those(tx, articleIds, { assigneeId: null }) : []
  if (free.length > 0) outcomes.push(await assignArticles(tx, { ...these, articleIds: free, userId }).catch(unlessGone))
  const fresh = state ? await those(tx, articleIds, { state: 'new' }) : []
  if (state && fresh.length > 0) outcomes.push(await setArticleState(tx, { ...these, articleIds: fresh, state }))
  if (flag) outcomes.push(await raiseFlag(tx, rule, articleIds))
  await tx.db.deskRule.update({
    where: { id: rule.id },
    data: { matched: { increment: articleIds.length }, matchedAt: tx.now() },
  })
  return outcomes.flatMap(({ eventId }) => eventId ?? [])
}

/** A topic that was retired since, a colleague who has left: the rest of the rule goes on. */
function unlessGone(error: unknown): { eventId?: string } {
  if (error instanceof AppError && error.key === 'notFound') return {}
  throw error
}

async function those({ db }: Context, articleIds: string[], where: object): Promise<string[]> {
  const rows = await db.article.findMany({ where: { ...where, id: { in: articleIds } }, select: { id: true } })
  return rows.map(({ id }) => id)
}

/** An article has one flag of this kind: the first rule that raises it is named on it. */
async function raiseFlag(tx: Context, rule: DeskRule, articleIds: string[]): Promise<{ eventId?: string }> {
  const evidence = { rule: 'desk-rule', detail: { name: rule.name, ruleId: rule.id } }
  const raised = await tx.db.$queryRaw<{ id: string }[]>`
    INSERT INTO article_flag (article_id, kind, evidence, confidence)
    SELECT id, 'desk-rule', ${JSON.stringify(evidence)}::jsonb, 1 FROM unnest(${articleIds}::uuid[]) AS these (id)
    ON CONFLICT DO NOTHING RETURNING article_id AS id`
  if (raised.length === 0) return {}
  return {
    eventId: await recordEvent(tx, {
      kind: 'rule.flagged',
      ...aboutArticles({ articleIds, withCopies: false }),
      data: { name: rule.name, count: raised.length },
      undo: { articleIds: raised.map(({ id }) => id) },
    }),
  }
}
