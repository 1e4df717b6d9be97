import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { RuleActions } from '#lib/rules/rule-actions.ts'
import { filterOfQuery } from '#lib/rules/rule-filter.ts'
import { subjectNames } from '#lib/tag/subject-input.ts'

export const SaveRuleInput = z
  .object({
    /** Absent for a new one. */
    ruleId: z.preprocess((value) => value || undefined, z.uuid().optional()),
    name: z.string().trim().min(1).max(200),
    /** The desk's own query string. */
    filter: z.string().max(4000),
  })
  .and(RuleActions)

const Stored = z.object({ name: z.string(), filter: z.json(), actions: z.json() })
const Undo = z.object({ ruleId: z.uuid(), before: Stored.nullable(), after: Stored })

/**
 * Writes a rule: which articles, and what happens to each of them when it arrives. What is here already is left as it
 * is, until somebody applies it (start-bulk-run.ts).
 * @throws AppError invalid where it asks for every article, notFound (the rule, a subject, a colleague), forbidden
 * (to give work to a colleague is a manager's)
 */
export async function saveRule(
  ctx: Context,
  { ruleId, name, filter: query, ...given }: z.output<typeof SaveRuleInput>,
): Promise<{ eventId: string; ruleId: string; redirectTo: string }> {
  return inTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'rule:edit')
    const filter = filterOfQuery(query)
    if (!filter) throw new AppError('invalid', { issues: ['filter'] })
    await checkActions(tx, given)
    const after = Stored.parse(JSON.parse(JSON.stringify({ name, filter, actions: given })))
    const before = ruleId ? await storedRule(tx, ruleId) : null
    if (ruleId && !before) throw new AppError('notFound', { ruleId })
    const { id } = ruleId
      ? await tx.db.deskRule.update({ where: { id: ruleId }, data: asData(after) })
      : await tx.db.deskRule.create({ data: { ...asData(after), createdById: tx.actor.userId, createdAt: tx.now() } })
    const eventId = await recordEvent(tx, {
      kind: ruleId ? 'rule.edited' : 'rule.added',
      subject: { type: 'rule', id },
      data: { name },
      undo: { ruleId: id, before, after },
    })
    return { eventId, ruleId: id, redirectTo: `/rules/${id}` }
  })
}

/** Puts back what stood before, or takes a new rule away, unless somebody has changed it since. @throws AppError conflict, forbidden */
export async function undoSaveRule(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'rule:edit')
  const { ruleId, before, after } = Undo.parse(payload)
  const now = await storedRule(tx, ruleId)
  if (JSON.stringify(now) !== JSON.stringify(after)) throw new AppError('conflict', { ruleId })
  await tx.db.deskRule.update({
    where: { id: ruleId },
    data: before ? asData(before) : { deletedAt: tx.now() },
  })
}

async function checkActions(tx: Context, { subjects, userId }: RuleActions): Promise<void> {
  for (const subject of subjects) await subjectNames(tx, subject)
  if (!userId) return
  if (userId !== tx.actor.userId) authorize(tx.actor, 'work:assign')
  if (!(await tx.db.user.findFirst({ where: { id: userId, disabledAt: null } })))
    throw new AppError('notFound', { userId })
}

async function storedRule({ db }: Context, id: string): Promise<z.output<typeof Stored> | null> {
  const rule = await db.deskRule.findUnique({ where: { id, deletedAt: null } })
  return rule && Stored.parse(rule)
}

const asData = ({ name, filter, actions }: z.output<typeof Stored>) => ({
  name,
  filter: filter as Prisma.InputJsonObject,
  actions: actions as Prisma.InputJsonObject,
})
