import type { Context } from '#lib/db/context.ts'
import type { TokenHolder } from '#lib/tokens/find-token.ts'

const MINUTE_MS = 60_000
/** Minutes past are of no use but to somebody who looks into the tables after an incident. */
const KEPT_MS = 60 * MINUTE_MS

export type Spent = {
  isAllowed: boolean
  /** Documents that may still come in this minute, and the seconds until the next one begins. */
  remaining: number
  resetSeconds: number
}

/**
 * Takes documents out of a token's allowance for this minute: all of them or none. The condition is in the statement,
 * so of requests side by side none gets what another has taken; taken back with the transaction.
 */
export async function spendDocuments(tx: Context, token: TokenHolder, documents: number): Promise<Spent> {
  const { tokenId, documentsPerMinute: limit } = token
  const now = tx.now().getTime()
  const minute = new Date(now - (now % MINUTE_MS))
  const [use] = await tx.db.$queryRaw<{ documents: number }[]>`
    INSERT INTO api_use (token_id, minute, documents)
    SELECT ${tokenId}::uuid, ${minute}, ${documents}::int WHERE ${documents}::int <= ${limit}::int
    ON CONFLICT (token_id, minute) DO UPDATE SET documents = api_use.documents + excluded.documents
      WHERE api_use.documents + excluded.documents <= ${limit}::int
    RETURNING documents`
  // After the row of this minute is ours: two requests of one token never delete side by side.
  if (use) await tx.db.apiUse.deleteMany({ where: { tokenId, minute: { lt: new Date(now - KEPT_MS) } } })
  const spent = use ?? (await tx.db.apiUse.findUnique({ where: { tokenId_minute: { tokenId, minute } } }))
  return {
    isAllowed: use !== undefined,
    remaining: Math.max(0, limit - (spent?.documents ?? 0)),
    resetSeconds: Math.ceil((minute.getTime() + MINUTE_MS - now) / 1000),
  }
}
