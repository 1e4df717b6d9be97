import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import type { Prisma } from '#lib/db/generated/client.ts'

export const RuleInput = z.object({ ruleId: z.uuid() })
type Input = z.output<typeof RuleInput>

/** What arrives is left alone until it is resumed. @throws AppError conflict, forbidden */
export const pauseRule = (ctx: Context, input: Input) => change(ctx, input, 'rule.paused')
/** @throws AppError conflict where it is at work, forbidden */
export const resumeRule = (ctx: Context, input: Input) => change(ctx, input, 'rule.resumed')
/** Takes a rule off the list; what it has done stays. @throws AppError conflict, forbidden */
export const deleteRule = (ctx: Context, input: Input) => change(ctx, input, 'rule.deleted')

const undoneBy = (kind: Change) => async (tx: Context, payload: unknown) => {
  await change(tx, RuleInput.parse(payload), kind)
}
export const undoPauseRule = undoneBy('rule.resumed')
export const undoResumeRule = undoneBy('rule.paused')
export const undoDeleteRule = undoneBy('rule.brought-back')

type Change = 'rule.paused' | 'rule.resumed' | 'rule.deleted' | 'rule.brought-back'
type Step = { from: Prisma.DeskRuleWhereInput; to: (now: Date) => Prisma.DeskRuleUpdateManyMutationInput }

const STEPS: Record<Change, Step> = {
  'rule.paused': { from: { deletedAt: null, pausedAt: null }, to: (now) => ({ pausedAt: now }) },
  'rule.resumed': { from: { deletedAt: null, pausedAt: { not: null } }, to: () => ({ pausedAt: null }) },
  'rule.deleted': { from: { deletedAt: null }, to: (now) => ({ deletedAt: now }) },
  'rule.brought-back': { from: { deletedAt: { not: null } }, to: () => ({ deletedAt: null }) },
}

async function change(ctx: Context, { ruleId }: Input, kind: Change): Promise<{ eventId: string; redirectTo: string }> {
  return inTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'rule:edit')
    const { from, to } = STEPS[kind]
    const [rule] = await tx.db.deskRule.updateManyAndReturn({ where: { id: ruleId, ...from }, data: to(tx.now()) })
    if (!rule) throw new AppError('conflict', { ruleId })
    const eventId = await recordEvent(tx, {
      kind,
      subject: { type: 'rule', id: ruleId },
      data: { name: rule.name },
      undo: { ruleId },
    })
    return { eventId, redirectTo: '/rules' }
  })
}
