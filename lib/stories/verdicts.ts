import { z } from 'zod'
import type { Context } from '#lib/db/context.ts'

/** `text`: are these copies of one text? `event`: are these about one event? */
export type About = 'text' | 'event'
type Pair = readonly [string, string]

/** What takes verdicts back: the pairs that were spoken of, and what had been said of them before. */
export const VerdictsUndo = z.object({
  about: z.enum(['text', 'event']),
  pairs: z.array(z.tuple([z.string(), z.string()])),
  before: z.array(
    z.object({
      aId: z.string(),
      bId: z.string(),
      same: z.boolean(),
      reason: z.string(),
      userId: z.string().nullable(),
      createdAt: z.string(),
    }),
  ),
})
export type VerdictsUndo = z.infer<typeof VerdictsUndo>

/** More pairs than this are not written one by one: the first ones bind the rest through the machine's own evidence. */
const MOST_PAIRS = 5000

/**
 * Remembers what an editor said of pairs of articles. Comparing reads it and never overrules it. What was said of a
 * pair before gives way.
 */
export async function recordVerdicts(
  tx: Context,
  about: About,
  same: boolean,
  given: readonly Pair[],
  reason = '',
): Promise<VerdictsUndo> {
  const pairs = given
    .filter(([a, b]) => a !== b)
    .slice(0, MOST_PAIRS)
    .map(ordered)
  const undo = await beforeOf(tx, about, pairs)
  if (pairs.length > 0)
    await tx.db.$executeRaw`
      INSERT INTO pair_verdict (a_id, b_id, about, same, reason, user_id, created_at)
      SELECT DISTINCT a, b, ${about}::text, ${same}::bool, ${reason}::text, ${tx.actor.userId}::uuid, ${tx.now()}::timestamptz
      FROM unnest(${pairs.map(([a]) => a)}::uuid[], ${pairs.map(([, b]) => b)}::uuid[]) AS pair(a, b)
      ON CONFLICT (a_id, b_id, about) DO UPDATE
      SET same = EXCLUDED.same, reason = EXCLUDED.reason, user_id = EXCLUDED.user_id, created_at = EXCLUDED.created_at`
  return undo
}

/** Forgets every "not the same" between these articles: they have just been put together. */
export async function forgetRefusals(tx: Context, about: About, articleIds: readonly string[]): Promise<VerdictsUndo> {
  const refused = await tx.db.pairVerdict.findMany({
    where: { about, same: false, aId: { in: [...articleIds] }, bId: { in: [...articleIds] } },
    select: { aId: true, bId: true },
  })
  const pairs = refused.map(({ aId, bId }) => [aId, bId] as Pair)
  const undo = await beforeOf(tx, about, pairs)
  await deletePairs(tx, about, pairs)
  return undo
}

/** Puts back what had been said before. */
export async function takeBackVerdicts(tx: Context, undo: VerdictsUndo): Promise<void> {
  await deletePairs(tx, undo.about, undo.pairs)
  await tx.db.pairVerdict.createMany({
    data: undo.before.map((row) => ({ ...row, about: undo.about })),
    skipDuplicates: true,
  })
}

async function beforeOf(tx: Context, about: About, pairs: readonly Pair[]): Promise<VerdictsUndo> {
  const rows = await tx.db.$queryRaw<
    { a_id: string; b_id: string; same: boolean; reason: string; user_id: string | null; created_at: Date }[]
  >`
    SELECT v.a_id, v.b_id, v.same, v.reason, v.user_id, v.created_at FROM pair_verdict v
    JOIN unnest(${pairs.map(([a]) => a)}::uuid[], ${pairs.map(([, b]) => b)}::uuid[]) AS pair(a, b)
      ON v.a_id = pair.a AND v.b_id = pair.b
    WHERE v.about = ${about}`
  const before = rows.map((row) => ({
    aId: row.a_id,
    bId: row.b_id,
    same: row.same,
    reason: row.reason,
    userId: row.user_id,
    createdAt: row.created_at.toISOString(),
  }))
  return { about, pairs: pairs.map(([a, b]) => [a, b]), before }
}

async function deletePairs(tx: Context, about: About, pairs: readonly Pair[]): Promise<void> {
  await tx.db.$executeRaw`
    DELETE FROM pair_verdict v
    USING unnest(${pairs.map(([a]) => a)}::uuid[], ${pairs.map(([, b]) => b)}::uuid[]) AS pair(a, b)
    WHERE v.a_id = pair.a AND v.b_id = pair.b AND v.about = ${about}`
}

/** A pair is kept once, smaller id first. */
const ordered = ([a, b]: Pair): Pair => (a < b ? [a, b] : [b, a])
