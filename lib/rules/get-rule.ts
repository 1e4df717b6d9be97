import { authorize } from '#lib/access/authorize.ts'
import { AppError } from '#lib/core/errors.ts'
import type { Context } from '#lib/db/context.ts'
import type { DeskRule } from '#lib/db/generated/client.ts'
import { RuleActions } from '#lib/rules/rule-actions.ts'

/** @throws AppError notFound, forbidden */
export async function getRule(
  { db, actor }: Context,
  id: string,
): Promise<Omit<DeskRule, 'actions'> & { actions: RuleActions }> {
  authorize(actor, 'rule:edit')
  const rule = await db.deskRule.findUnique({ where: { id, deletedAt: null } })
  if (!rule) throw new AppError('notFound', { id })
  return { ...rule, actions: RuleActions.parse(rule.actions) }
}
