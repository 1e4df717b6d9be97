import { verifyPassword } from '#lib/auth/password.ts'
import { AppError } from '#lib/core/errors.ts'
import type { Db } from '#lib/db/context.ts'

/** Failed attempts allowed in a quarter of an hour: for an account by strangers, from an address, in a known browser. */
const LIMITS = { account: 8, address: 40, device: 8 }
const WINDOW_MS = 15 * 60_000

export type SignedIn = { id: string; email: string; name: string; sessionVersion: number }

type Attempt = {
  email: string
  password: string
  address: string
  /** A browser that the account's owner has signed in with before (device.ts): no stranger's guesses close it. */
  device?: string | null
}

/**
 * Checks an email and a password.
 * @returns the account, or null where the pair is wrong, the account is disabled or has no password yet
 * @throws AppError('tooMany') where strangers failed too often at this account or from this address; where the browser
 * is known, only if it failed too often itself
 */
export async function signIn(
  db: Db,
  { email, password, address, device }: Attempt,
  now: Date,
): Promise<SignedIn | null> {
  const account = email.trim().toLowerCase()
  const since = new Date(now.getTime() - WINDOW_MS)
  const limits = device
    ? { [`device:${device}`]: LIMITS.device }
    : { [`account:${account}`]: LIMITS.account, [`address:${address}`]: LIMITS.address }
  // Counted as failed until it is right: of many guesses at once, no more are tried than one after the other.
  const counted = await db.signInAttempt.createManyAndReturn({
    data: Object.keys(limits).map((key) => ({ key, createdAt: now })),
    select: { id: true },
  })
  const uncount = { id: { in: counted.map(({ id }) => id) } }
  for (const [key, limit] of Object.entries(limits)) {
    const attempts = await db.signInAttempt.count({ where: { key, createdAt: { gt: since } } })
    if (attempts <= limit) continue
    await db.signInAttempt.deleteMany({ where: uncount })
    throw new AppError('tooMany', { key })
  }
  const user = await db.user.findUnique({ where: { email: account } })
  const right = await verifyPassword(password, user?.passwordHash)
  if (!user || !right || user.disabledAt) return null
  const mine = device ? `device:${device}` : `account:${account}`
  await db.signInAttempt.deleteMany({ where: { OR: [uncount, { key: mine }, { createdAt: { lt: since } }] } })
  return { id: user.id, email: user.email, name: user.name, sessionVersion: user.sessionVersion }
}
