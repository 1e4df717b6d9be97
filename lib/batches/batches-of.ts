import { authorize } from '#lib/access/authorize.ts'
import { may } from '#lib/access/policy.ts'
import type { Actor } from '#lib/db/context.ts'

/** The batches an actor may look at and have read again: all, or those of the addresses they pasted. @throws AppError forbidden */
export function batchesOf(actor: Actor): { origin?: 'address'; createdById?: string } {
  if (actor.userId === null || may(actor.role, 'batch:manage')) return {}
  authorize(actor, 'address:fetch')
  return { origin: 'address', createdById: actor.userId }
}
