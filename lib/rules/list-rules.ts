import { authorize } from '#lib/access/authorize.ts'
import { ArticleFilter } from '#lib/db/article-filter.ts'
import type { Context } from '#lib/db/context.ts'
import { RuleActions } from '#lib/rules/rule-actions.ts'

export type RuleListed = {
  id: string
  name: string
  filter: ArticleFilter
  actions: RuleActions
  pausedAt: Date | null
  matched: number
  matchedAt: Date | null
  createdBy: string | null
}

/** More rules than that and nobody knows any more what they do together. */
const MOST_RULES = 200

/** All rules, in the order in which they act. @throws AppError forbidden */
export async function listRules({ db, actor }: Context): Promise<RuleListed[]> {
  authorize(actor, 'rule:edit')
  const rules = await db.deskRule.findMany({
    where: { deletedAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: { createdBy: { select: { name: true } } },
    take: MOST_RULES,
  })
  return rules.map(({ id, name, filter, actions, pausedAt, matched, matchedAt, createdBy }) => ({
    id,
    name,
    filter: ArticleFilter.parse(filter),
    actions: RuleActions.parse(actions),
    pausedAt,
    matched,
    matchedAt,
    createdBy: createdBy?.name ?? null,
  }))
}
