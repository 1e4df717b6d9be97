import type { Context } from '#lib/db/context.ts'
import type { Prisma } from '#lib/db/generated/client.ts'

/** The evidence of all fields as it is stored: by name, each with its rule. */
export type StoredEvidence = Record<string, Prisma.InputJsonValue>

/** The evidence with one field marked as set by this person: no re-run overwrites it. */
export function markAsTheirs(tx: Context, evidence: unknown, field: string): StoredEvidence {
  const theirs = { rule: 'person', confidence: 1, by: tx.actor.userId, name: tx.actor.name, at: tx.now().toISOString() }
  return { ...(evidence as StoredEvidence), [field]: theirs }
}

/** The evidence with one field as it was before; without it where there was none. */
export function withFormer(evidence: unknown, field: string, former: unknown): StoredEvidence {
  const { [field]: _, ...rest } = evidence as StoredEvidence
  return former === null || former === undefined ? rest : { ...rest, [field]: former as Prisma.InputJsonValue }
}
