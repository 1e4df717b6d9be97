import { z } from 'zod'
import type { Action } from '#lib/access/policy.ts'
import { AssignArticlesInput, assignArticles } from '#lib/articles/assign-articles.ts'
import { SetArticleStateInput, setArticleState } from '#lib/articles/set-article-state.ts'
import type { Context } from '#lib/db/context.ts'
import { AcceptSuggestedInput, acceptSuggested } from '#lib/tag/accept-suggested.ts'
import { AddTagInput, addTag } from '#lib/tag/add-tag.ts'

/** What a command of chosen articles gives back: its event, or that there was nothing to change. */
type Outcome = { eventId?: string | undefined; note?: string | undefined }
type Chosen = { articleIds: string[]; withCopies: boolean }

/** A command that takes `articleIds`, for all articles of a filter: what it asks besides them, and who may. */
type Bulk<S extends z.ZodObject = z.ZodObject> = {
  action: Action
  input: S
  run: (ctx: Context, chosen: Chosen, input: z.output<S>) => Promise<Outcome>
}

const bulk = <S extends z.ZodObject>(given: Bulk<S>): Bulk => given as unknown as Bulk
const without = { articleIds: true, withCopies: true } as const

const BULK = {
  accept: bulk({
    action: 'article:tag',
    input: AcceptSuggestedInput.omit(without),
    run: (ctx, chosen) => acceptSuggested(ctx, chosen),
  }),
  'add-tag': bulk({
    action: 'article:tag',
    input: AddTagInput.omit(without),
    run: (ctx, chosen, input) => addTag(ctx, { ...chosen, ...input }),
  }),
  'set-state': bulk({
    action: 'article:triage',
    input: SetArticleStateInput.omit(without),
    run: (ctx, chosen, input) => setArticleState(ctx, { ...chosen, ...input }),
  }),
  assign: bulk({
    action: 'article:triage',
    input: AssignArticlesInput.omit(without),
    run: (ctx, chosen, input) => assignArticles(ctx, { ...chosen, ...input }),
  }),
}

export const BulkCommandName = z.enum(Object.keys(BULK) as (keyof typeof BULK)[])
export type BulkCommandName = z.output<typeof BulkCommandName>

export const bulkCommand = (name: BulkCommandName): Bulk => BULK[name]
