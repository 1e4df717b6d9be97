import type { Context } from '#lib/db/context.ts'
import { findSubjects, type SubjectFound } from '#lib/tag/find-subjects.ts'

/** All kinds share the ranking and the others are dropped after it: so many are asked for that some are left. */
const RANKED = 60

/** What of these kinds something may be joined to, but itself, by any spelling. @throws AppError forbidden */
export async function findTargets(
  ctx: Context,
  kinds: SubjectFound['kind'][],
  own: string,
  q: string,
  limit = 8,
): Promise<SubjectFound[]> {
  const found = await findSubjects(ctx, q, RANKED)
  return found.filter(({ kind, id }) => kinds.includes(kind) && id !== own).slice(0, limit)
}
