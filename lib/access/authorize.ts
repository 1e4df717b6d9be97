import { type Action, may } from '#lib/access/policy.ts'
import { AppError } from '#lib/core/errors.ts'
import type { Actor } from '#lib/db/context.ts'

/** @throws AppError('forbidden') where the actor may not do this */
export function authorize(actor: Actor, action: Action): void {
  if (!may(actor.role, action)) throw new AppError('forbidden', { action, role: actor.role })
}
