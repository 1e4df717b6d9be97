import { recordEvent } from '#lib/audit/record-event.ts'
import { newId } from '#lib/core/id.ts'
import type { StoredEvidence } from '#lib/correct/mark-as-theirs.ts'
import { reviseArticle } from '#lib/correct/revise-article.ts'
import type { Context } from '#lib/db/context.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import type { ArticleBefore } from '#lib/reread/article-before.ts'
import type { FieldColumns } from '#lib/reread/field-columns.ts'
import type { RereadPlan } from '#lib/reread/plan-reread.ts'
import type { TagPlan } from '#lib/reread/plan-tags.ts'
import type { Suggestion } from '#lib/tag/suggest-tags.ts'
import type { Subject } from '#lib/tag/vocabulary-rows.ts'

/**
 * Writes one plan, in the transaction that holds the article's row and made the plan from it. Its audit event keeps
 * what takes it back.
 * @param run identifier of the whole run
 */
export async function applyPlan(tx: Context, before: ArticleBefore, plan: RereadPlan, run: string): Promise<void> {
  const revision = plan.text ? await reviseArticle(tx, before, plan.text, 'read-again') : null
  const columns = await withoutTakenAddress(tx, before.id, plan.columns)
  await tx.db.article.update({
    where: { id: before.id },
    data: {
      ...columns,
      ...('publishedAt' in columns ? { sortAt: columns.publishedAt ?? before.receivedAt } : {}),
      evidence: plan.evidence as StoredEvidence,
      updatedAt: tx.now(),
    },
  })
  await writeFlags(tx, before.id, plan.flags)
  await writeTags(tx, before.id, plan.tags)
  await recordEvent(tx, {
    kind: 'article.reread',
    subject: { type: 'article', id: before.id },
    data: { run, text: revision ? 'yes' : 'no', fields: plan.fields.length },
    undo: {
      articleId: before.id,
      kept: revision ? before.revision : null,
      revision,
      columns: stored(
        Object.fromEntries(Object.keys(columns).map((name) => [name, before[name as keyof FieldColumns]])),
      ),
      written: stored(columns),
      evidence: before.evidence as Prisma.InputJsonObject,
      raised: plan.flags.raised.map((flag) => flag.kind),
      flags: before.flags
        .filter(({ kind }) => plan.flags.lowered.includes(kind) || plan.flags.changed.some((f) => f.kind === kind))
        .map(({ kind, evidence, confidence }) => ({ kind, evidence: evidence as Prisma.InputJsonObject, confidence })),
    },
  })
}

const stored = (columns: object): Prisma.InputJsonObject =>
  JSON.parse(JSON.stringify(columns)) as Prisma.InputJsonObject

/** One article has one address: where another holds it already, this one keeps its own. */
async function withoutTakenAddress(
  { db }: Context,
  id: string,
  { address, ...columns }: Partial<FieldColumns>,
): Promise<Partial<FieldColumns>> {
  if (address === undefined) return columns
  const taken = address && (await db.article.count({ where: { address, withdrawnAt: null, id: { not: id } } }))
  return taken ? columns : { ...columns, address }
}

async function writeFlags({ db }: Context, articleId: string, flags: RereadPlan['flags']): Promise<void> {
  await db.articleFlag.deleteMany({ where: { articleId, kind: { in: flags.lowered }, dismissedAt: null } })
  for (const { kind, confidence, evidence } of [...flags.raised, ...flags.changed]) {
    const says = { confidence, evidence: evidence as Prisma.InputJsonObject }
    await db.articleFlag.upsert({
      where: { articleId_kind: { articleId, kind } },
      create: { articleId, kind, ...says },
      update: says,
    })
  }
}

async function writeTags({ db }: Context, articleId: string, { added, changed, removed }: TagPlan): Promise<void> {
  // Whether somebody has answered in the meantime is asked in the statement itself: a tag's row is not the article's.
  const open = { articleId, origin: { not: 'person' }, state: 'suggested' } as const
  await db.articleTag.deleteMany({ where: { ...open, id: { in: removed.map(({ id }) => id) } } })
  for (const { id, ...tag } of changed) await db.articleTag.updateMany({ where: { ...open, id }, data: saysOf(tag) })
  await db.articleTag.createMany({
    data: added.map((tag) => ({
      id: newId(),
      articleId,
      state: 'suggested' as const,
      ...subjectColumns(tag.subject),
      ...saysOf(tag),
    })),
    skipDuplicates: true,
  })
}

const saysOf = ({ origin, score, evidence }: Pick<Suggestion, 'origin' | 'score' | 'evidence'>) => ({
  origin,
  score,
  evidence: evidence as Prisma.InputJsonObject,
})

const subjectColumns = ({ kind, id }: Subject) => ({
  topicId: kind === 'topic' ? id : null,
  entityId: kind === 'entity' ? id : null,
  country: kind === 'country' ? id : null,
})
