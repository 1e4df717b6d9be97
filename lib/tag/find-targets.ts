import type { Context } from '#lib/db/context.ts'
import { findSubjects, type SubjectFound } from '#lib/tag/find-subjects.ts'

/** Topics share the ranking and are dropped after it: so many are asked for that some others are left. */
const RANKED = 60

/** Entities and countries that an entity may be related to, by any of their spellings. @throws AppError forbidden */
export async function findTargets(ctx: Context, entityId: string, q: string, limit = 8): Promise<SubjectFound[]> {
  const found = await findSubjects(ctx, q, RANKED)
  return found.filter(({ kind, id }) => kind === 'country' || (kind === 'entity' && id !== entityId)).slice(0, limit)
}
