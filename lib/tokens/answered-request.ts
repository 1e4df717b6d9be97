import type { Context } from '#lib/db/context.ts'
import type { Prisma } from '#lib/db/generated/client.ts'

/** A request that names itself: the same key is the same request, sent again because its answer was lost. */
export type NamedRequest = { tokenId: string; key: string; bodyHash: Uint8Array<ArrayBuffer> }
export type Answer = { status: number; response: Prisma.JsonValue }

/** Longer than anybody keeps trying: over a weekend without a network, twice the day that the interface promises. */
const KEPT_MS = 48 * 3600_000

/**
 * What a request with this key was answered, or that it is being answered right now, or that the key belongs to other
 * bytes; null where it is new. Then the key is the caller's until the transaction ends.
 */
export async function findAnswer(
  tx: Context,
  { tokenId, key, bodyHash }: NamedRequest,
): Promise<Answer | 'in-flight' | 'other-body' | null> {
  const [lock] = await tx.db.$queryRaw<{ got: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${`${tokenId} ${key}`}, 0)) AS got`
  if (!lock?.got) return 'in-flight'
  const known = await tx.db.apiRequest.findUnique({
    where: { tokenId_key: { tokenId, key }, createdAt: { gte: new Date(tx.now().getTime() - KEPT_MS) } },
  })
  if (!known) return null
  if (Buffer.compare(known.bodyHash, bodyHash) !== 0) return 'other-body'
  return { status: known.status, response: known.response }
}

/** Keeps the answer in the transaction of what it tells of, and forgets the token's old ones. */
export async function keepAnswer(
  tx: Context,
  { tokenId, key, bodyHash }: NamedRequest,
  { status, response }: { status: number; response: Prisma.InputJsonValue },
): Promise<void> {
  const now = tx.now()
  await tx.db.apiRequest.deleteMany({ where: { tokenId, createdAt: { lt: new Date(now.getTime() - KEPT_MS) } } })
  await tx.db.apiRequest.create({ data: { tokenId, key, bodyHash, status, response, createdAt: now } })
}
