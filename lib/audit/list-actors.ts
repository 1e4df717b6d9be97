import { authorize } from '#lib/access/authorize.ts'
import type { Context } from '#lib/db/context.ts'

/** Whose events can be asked for: every account, by name. @throws AppError forbidden */
export async function listActors({ db, actor }: Context): Promise<{ id: string; name: string }[]> {
  authorize(actor, 'audit:read')
  return db.user.findMany({ select: { id: true, name: true }, orderBy: { name: 'asc' }, take: 500 })
}
