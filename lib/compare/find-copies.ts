import type pg from 'pg'
import { type ComparableText, comparableText } from '#lib/compare/comparable-text.ts'
import { estimateJaccard, WORTH_READING } from '#lib/compare/minhash.ts'
import type { PreparedArticle } from '#lib/compare/prepare-article.ts'
import { relateTexts, type TextRelation, unites } from '#lib/compare/same-text.ts'
import { intArray } from '#lib/db/bulk.ts'

/** Articles sharing a band key that are looked at, at most. */
const MOST_CANDIDATES = 64

/** An article of before, or one of this chunk, with the same text or a part of it. */
export type Copy = { of: { id: string; groupId: string | null; storyId: string | null }; relation: TextRelation }

type Known = { n: number; id: string; signature: Buffer; duplicate_group_id: string | null; story_id: string | null }

/**
 * Articles already stored that carry the text of these, by checksum and by MinHash bands, verified on the texts.
 * @returns for each article its copies, nearest first
 */
export async function findCopies(client: pg.ClientBase, articles: readonly PreparedArticle[]): Promise<Copy[][]> {
  const { rows } = await client.query<Known>(
    `SELECT q.n, a.id, a.signature, a.duplicate_group_id, a.story_id
     FROM unnest($1::int[], $2::text[], $3::bytea[]) AS q(n, bands, checksum)
     CROSS JOIN LATERAL (
       (SELECT id, signature, duplicate_group_id, story_id FROM article
        WHERE text_checksum = q.checksum AND withdrawn_at IS NULL ORDER BY sort_at LIMIT 3)
       UNION
       (SELECT id, signature, duplicate_group_id, story_id FROM article
        WHERE bands && q.bands::int[] AND withdrawn_at IS NULL LIMIT ${MOST_CANDIDATES})
     ) AS a`,
    [
      articles.map((_, n) => n),
      articles.map((a) => intArray(a.print.bands)),
      articles.map((a) => Buffer.from(a.print.checksum, 'hex')),
    ],
  )
  const worth = rows.filter(
    (row) => estimateJaccard(signatureOf(row.signature), printOf(articles, row.n).signature) >= WORTH_READING,
  )
  const texts = await comparableTexts(client, [...new Set(worth.map((row) => row.id))])
  const copies: Copy[][] = articles.map(() => [])
  for (const row of worth) {
    const other = texts.get(row.id)
    const relation = other && relateTexts(other, (articles[row.n] as PreparedArticle).text)
    if (relation)
      copies[row.n]?.push({ of: { id: row.id, groupId: row.duplicate_group_id, storyId: row.story_id }, relation })
  }
  for (const found of copies) found.sort(nearestFirst)
  return copies
}

/** Those that make one group before those that only contain; then by how much is shared. */
export const nearestFirst = (a: Copy, b: Copy): number =>
  Number(unites(b.relation)) - Number(unites(a.relation)) || b.relation.jaccard - a.relation.jaccard

/** Whether the signatures make it worth comparing the texts of two articles. */
export const worthComparing = (a: PreparedArticle, b: PreparedArticle): boolean =>
  a.print.checksum === b.print.checksum || estimateJaccard(a.print.signature, b.print.signature) >= WORTH_READING

const printOf = (articles: readonly PreparedArticle[], n: number) => (articles[n] as PreparedArticle).print

export function signatureOf(bytes: Buffer): Int32Array {
  const copy = Uint8Array.from(bytes)
  return new Int32Array(copy.buffer)
}

async function comparableTexts(client: pg.ClientBase, ids: string[]): Promise<Map<string, ComparableText>> {
  if (ids.length === 0) return new Map()
  const { rows } = await client.query<{ id: string; text: string }>(
    'SELECT id, text FROM article WHERE id = ANY($1::uuid[])',
    [ids],
  )
  return new Map(rows.map((row) => [row.id, comparableText(row.text)]))
}
