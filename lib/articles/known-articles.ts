import type pg from 'pg'

/** An article that is here already, found by the bytes of its document or by its address. */
export type KnownArticle = { id: string; by: 'same-bytes' | 'same-address' }

type Arrived = { documentSha256: Uint8Array; address: string | null }

/** For each that arrived: the article that it is already, or null. What is withdrawn does not count. */
export async function knownArticles(
  client: pg.ClientBase | pg.Pool,
  arrived: readonly Arrived[],
): Promise<(KnownArticle | null)[]> {
  const { rows } = await client.query<{ id: string; sha: string; address: string | null }>(
    `SELECT id, encode(document_sha256, 'hex') AS sha, address FROM article WHERE withdrawn_at IS NULL AND document_sha256 = ANY($1::bytea[])
     UNION ALL
     SELECT id, encode(document_sha256, 'hex'), address FROM article WHERE withdrawn_at IS NULL AND address = ANY($2::text[])`,
    [arrived.map((a) => Buffer.from(a.documentSha256)), arrived.flatMap((a) => a.address ?? [])],
  )
  const bySha = new Map(rows.map((row) => [row.sha, row.id]))
  const byAddress = new Map(rows.flatMap((row) => (row.address ? [[row.address, row.id] as const] : [])))
  return arrived.map(({ documentSha256, address }) => {
    const same = bySha.get(Buffer.from(documentSha256).toString('hex'))
    if (same) return { id: same, by: 'same-bytes' }
    const there = address ? byAddress.get(address) : undefined
    return there ? { id: there, by: 'same-address' } : null
  })
}
