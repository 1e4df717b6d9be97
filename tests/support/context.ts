import '#tests/support/database.ts'
import { prisma } from '#lib/db/client.ts'
import { type Context, SYSTEM } from '#lib/db/context.ts'
import type { Role } from '#lib/db/generated/enums.ts'
import { aUser } from '#seeds/builders/a-user.ts'

/** The clock of the tests: a Tuesday morning. */
export const NOW = new Date('2026-11-17T09:00:00Z')

/** The context of the worker and the command line. */
export const systemContext = (): Context => ({ db: prisma(), actor: SYSTEM, now: () => NOW })

/** The context of somebody new with this role. */
export async function contextOf(role: Role): Promise<Context & { actor: { userId: string } }> {
  const user = await aUser(systemContext(), { role })
  return { db: prisma(), actor: { userId: user.id, role, name: user.name, email: user.email }, now: () => NOW }
}
