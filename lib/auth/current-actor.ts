import { getServerSession } from 'next-auth'
import { cache } from 'react'
import { authOptions } from '#lib/auth/options.ts'
import { AppError } from '#lib/core/errors.ts'
import { prisma } from '#lib/db/client.ts'
import type { Actor, Context } from '#lib/db/context.ts'

/** Who is asking, or null: the cookie's account as the database knows it now, so a revoked session ends at once. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const session = (await getServerSession(authOptions())) as { userId?: string; version?: number } | null
  if (!session?.userId) return null
  const user = await prisma().user.findUnique({ where: { id: session.userId } })
  if (!user || user.disabledAt || user.sessionVersion !== session.version) return null
  return { userId: user.id, role: user.role, name: user.name, email: user.email }
})

/** The context of this request. @throws AppError('signedOut') */
export async function requestContext(): Promise<Context> {
  const actor = await currentActor()
  if (!actor) throw new AppError('signedOut')
  return { db: prisma(), actor, now: () => new Date() }
}
