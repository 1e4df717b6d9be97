import { matchingAmong } from '#lib/articles/matching-among.ts'
import { log } from '#lib/core/log.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import type { DeskRule } from '#lib/db/generated/client.ts'
import { isDatabaseGone } from '#lib/db/is-database-gone.ts'
import { enqueue } from '#lib/jobs/queue.ts'
import { applyRule } from '#lib/rules/apply-rule.ts'
import { RuleActions } from '#lib/rules/rule-actions.ts'
import { readStoredFilter } from '#lib/search/read-stored-filter.ts'

/**
 * Does to articles that have arrived what the rules at work say, in the order in which they were written: a later rule
 * sees what an earlier one has done. Each rule is a transaction of its own. One that fails holds up no other: it is tried
 * again by itself, so that nobody is told twice of what the others have done.
 * @param only this rule, tried again. @throws where that one fails once more, or the database is gone
 */
export async function runRules(ctx: Context, articleIds: string[], only?: string): Promise<void> {
  const rules = await ctx.db.deskRule.findMany({
    where: { pausedAt: null, deletedAt: null, ...(only ? { id: only } : {}) },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  for (const rule of rules) {
    try {
      await inTransaction(ctx, (tx) => runRule(tx, rule, articleIds))
    } catch (error) {
      if (only || isDatabaseGone(error)) throw error
      log.error({ err: error, rule: rule.id }, 'a rule failed')
      await enqueue(ctx.db, 'act-on-arrivals', { articleIds, ruleId: rule.id })
    }
  }
}

async function runRule(tx: Context, rule: DeskRule, articleIds: string[]): Promise<void> {
  const filter = await readStoredFilter(tx, rule.filter)
  const matching = await matchingAmong(tx, articleIds, filter)
  if (matching.length === 0) return
  await applyRule(tx, rule, matching)
  if (RuleActions.parse(rule.actions).notify) await notify(tx, rule, matching)
}

/** Whoever wrote the rule is told once of the articles of one arrival; its link opens the first of them. */
async function notify({ db, now }: Context, rule: DeskRule, articleIds: string[]): Promise<void> {
  const [articleId] = articleIds
  if (!rule.createdById || !articleId) return
  await db.notice.create({
    data: { userId: rule.createdById, kind: 'rule', articleId, articles: articleIds.length, createdAt: now() },
  })
}
