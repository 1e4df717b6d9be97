import type { Actor, Db } from '#lib/db/context.ts'
import { tokenHash } from '#lib/tokens/token-secret.ts'

/** A program that asks, and in whose name. */
export type TokenHolder = {
  tokenId: string
  name: string
  documentsPerMinute: number
  actor: Extract<Actor, { userId: string }>
}

/** How exactly it is known when a token was last used: a busy one is not written to with every request. */
const LAST_USE_MS = 60_000

/** Who holds this secret; null where nobody does: unknown, revoked, or made by somebody whose account is closed. */
export async function findToken(db: Db, secret: string, now: Date): Promise<TokenHolder | null> {
  const token = await db.apiToken.findUnique({
    where: { tokenHash: tokenHash(secret), revokedAt: null, createdBy: { disabledAt: null } },
    include: { createdBy: true },
  })
  if (!token) return null
  const { id, role, name, email } = token.createdBy
  await db.apiToken.updateMany({
    where: {
      id: token.id,
      OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: new Date(now.getTime() - LAST_USE_MS) } }],
    },
    data: { lastUsedAt: now },
  })
  return {
    tokenId: token.id,
    name: token.name,
    documentsPerMinute: token.documentsPerMinute,
    actor: { userId: id, role, name, email },
  }
}
