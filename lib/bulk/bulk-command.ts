import { z } from 'zod'
import type { Action } from '#lib/access/policy.ts'
import { AssignArticlesInput, assignArticles } from '#lib/articles/assign-articles.ts'
import { SetArticleStateInput, setArticleState } from '#lib/articles/set-article-state.ts'
import type { Context } from '#lib/db/context.ts'
import { applyRule } from '#lib/rules/apply-rule.ts'
import { AcceptSuggestedInput, acceptSuggested } from '#lib/tag/accept-suggested.ts'
import { AddTagInput, addTag } from '#lib/tag/add-tag.ts'

type Chosen = { articleIds: string[]; withCopies: boolean }

/** A command that takes `articleIds`, for all articles of a filter: what it asks besides them, and who may. */
type Bulk<S extends z.ZodObject = z.ZodObject> = {
  action: Action
  input: S
  /** @returns its events; none where there was nothing to change */
  run: (ctx: Context, chosen: Chosen, input: z.output<S>) => Promise<string[]>
}

const bulk = <S extends z.ZodObject>(given: Bulk<S>): Bulk => given as unknown as Bulk
const eventsOf = ({ eventId }: { eventId?: string }): string[] => (eventId ? [eventId] : [])
const without = { articleIds: true, withCopies: true } as const

const BULK = {
  accept: bulk({
    action: 'article:tag',
    input: AcceptSuggestedInput.omit(without),
    run: async (ctx, chosen) => eventsOf(await acceptSuggested(ctx, chosen)),
  }),
  'add-tag': bulk({
    action: 'article:tag',
    input: AddTagInput.omit(without),
    run: async (ctx, chosen, input) => eventsOf(await addTag(ctx, { ...chosen, ...input })),
  }),
  'set-state': bulk({
    action: 'article:triage',
    input: SetArticleStateInput.omit(without),
    run: async (ctx, chosen, input) => eventsOf(await setArticleState(ctx, { ...chosen, ...input })),
  }),
  assign: bulk({
    action: 'article:triage',
    input: AssignArticlesInput.omit(without),
    run: async (ctx, chosen, input) => eventsOf(await assignArticles(ctx, { ...chosen, ...input })),
  }),
  'apply-rule': bulk({
    action: 'rule:edit',
    input: z.object({ ruleId: z.uuid() }),
    run: async (ctx, { articleIds }, { ruleId }) => {
      const rule = await ctx.db.deskRule.findUnique({ where: { id: ruleId, deletedAt: null } })
      return rule ? applyRule(ctx, rule, articleIds) : []
    },
  }),
}

export const BulkCommandName = z.enum(Object.keys(BULK) as (keyof typeof BULK)[])
export type BulkCommandName = z.output<typeof BulkCommandName>

export const bulkCommand = (name: BulkCommandName): Bulk => BULK[name]
