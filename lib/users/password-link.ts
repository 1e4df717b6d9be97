import { createHash } from 'node:crypto'
import { deskAddress } from '#lib/core/desk-address.ts'
import { newSecret } from '#lib/core/id.ts'
import type { Context } from '#lib/db/context.ts'

/** Long enough for a colleague who is away over a weekend. */
const VALID_MS = 72 * 3600_000

/** What the database keeps of a link: whoever reads it there cannot use it. */
export const linkHash = (token: string): string => createHash('sha256').update(token).digest('hex')

/** A new one-time link for an account; earlier ones stop working. @returns its secret, which is kept nowhere */
export async function issuePasswordLink(tx: Context, userId: string): Promise<string> {
  const token = newSecret()
  const now = tx.now()
  await tx.db.passwordLink.deleteMany({ where: { userId, usedAt: null } })
  await tx.db.passwordLink.create({
    data: { tokenHash: linkHash(token), userId, createdAt: now, expiresAt: new Date(now.getTime() + VALID_MS) },
  })
  return token
}

/** The address an admin hands over. */
export function welcomeAddress(token: string): string {
  return deskAddress(`/welcome?token=${token}`)
}
