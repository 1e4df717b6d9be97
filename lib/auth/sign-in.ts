import { verifyPassword } from '#lib/auth/password.ts'
import { AppError } from '#lib/core/errors.ts'
import type { Db } from '#lib/db/context.ts'

/** Failed attempts allowed in a quarter of an hour, for one account and from one address. */
const LIMITS = { account: 8, address: 40 }
const WINDOW_MS = 15 * 60_000

export type SignedIn = { id: string; email: string; name: string; sessionVersion: number }

/**
 * Checks an email and a password.
 * @returns the account, or null where the pair is wrong, the account is disabled or has no password yet
 * @throws AppError('tooMany') where this account or this address failed too often
 */
export async function signIn(
  db: Db,
  { email, password, address }: { email: string; password: string; address: string },
  now: Date,
): Promise<SignedIn | null> {
  const account = email.trim().toLowerCase()
  const since = new Date(now.getTime() - WINDOW_MS)
  const keys = { account: `account:${account}`, address: `address:${address}` }
  for (const kind of ['account', 'address'] as const) {
    const failed = await db.signInAttempt.count({ where: { key: keys[kind], createdAt: { gt: since } } })
    if (failed >= LIMITS[kind]) throw new AppError('tooMany', { key: keys[kind] })
  }
  const user = await db.user.findUnique({ where: { email: account } })
  const right = await verifyPassword(password, user?.passwordHash)
  if (!user || !right || user.disabledAt) {
    await db.signInAttempt.createMany({ data: Object.values(keys).map((key) => ({ key, createdAt: now })) })
    return null
  }
  await db.signInAttempt.deleteMany({ where: { OR: [{ key: keys.account }, { createdAt: { lt: since } }] } })
  return { id: user.id, email: user.email, name: user.name, sessionVersion: user.sessionVersion }
}
