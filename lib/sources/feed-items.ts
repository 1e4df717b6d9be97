import type { Db } from '#lib/db/context.ts'

/** Of these keys, those that the feed has not shown before. Keys are in hexadecimal. */
export async function newKeys(db: Db, feedId: string, keys: readonly string[]): Promise<Set<string>> {
  const known = await db.$queryRaw<{ key: string }[]>`
    SELECT encode(key, 'hex') AS key FROM feed_item
    WHERE feed_id = ${feedId}::uuid AND key IN (SELECT decode(k, 'hex') FROM unnest(${keys}::text[]) AS k)`
  const fresh = new Set(keys)
  for (const { key } of known) fresh.delete(key)
  return fresh
}

export async function keepKeys(db: Db, feedId: string, keys: readonly string[], now: Date): Promise<void> {
  await db.$executeRaw`
    INSERT INTO feed_item (feed_id, key, seen_at)
    SELECT ${feedId}::uuid, decode(k, 'hex'), ${now} FROM unnest(${keys}::text[]) AS k ON CONFLICT DO NOTHING`
}

/** When polls last brought something new, the latest first. */
export async function lastArrivals(db: Db, feedId: string, limit: number): Promise<Date[]> {
  const rows = await db.$queryRaw<{ at: Date }[]>`
    SELECT DISTINCT seen_at AS at FROM feed_item WHERE feed_id = ${feedId}::uuid ORDER BY seen_at DESC LIMIT ${limit}`
  return rows.map(({ at }) => at)
}
