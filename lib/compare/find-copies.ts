import type pg from 'pg'
import { articlesSharingBands } from '#lib/compare/band-lookup.ts'
import { comparableTexts, keepTexts } from '#lib/compare/comparable-texts.ts'
import { estimateJaccard, WORTH_READING } from '#lib/compare/minhash.ts'
import type { PreparedArticle } from '#lib/compare/prepare-article.ts'
import { relateTexts, type TextRelation, unites } from '#lib/compare/same-text.ts'
import { binaryArray } from '#lib/db/binary-array.ts'

/** Exact copies that are looked at: one is enough to know the text and its group, unless it is withdrawn meanwhile. */
const MOST_TWINS = 3

/** An article of before, or one of this chunk, with the same text or a part of it. */
export type Copy = { of: { id: string; groupId: string | null; storyId: string | null }; relation: TextRelation }

type Known = { id: string; checksum: string; signature: Buffer; groupId: string | null; storyId: string | null }

/**
 * Articles already stored that carry the text of these, by checksum and by MinHash bands, verified on the texts.
 * @returns for each article its copies, nearest first
 */
export async function findCopies(client: pg.ClientBase, articles: readonly PreparedArticle[]): Promise<Copy[][]> {
  const candidates = await articlesSharingBands(
    client,
    articles.map((a) => a.print),
  )
  for (const { n, id } of await twins(client, articles)) candidates[n]?.push(id)
  const known = await knownArticles(client, [...new Set(candidates.flat())])
  const pairs = articles.flatMap((article, n) =>
    [...new Set(candidates[n])].flatMap((id) => {
      const other = known.get(id)
      return other && isWorthReading(other, article) ? { n, other } : []
    }),
  )
  keepTexts(articles)
  const texts = await comparableTexts(client, new Set(pairs.map(({ other }) => other)))
  const copies: Copy[][] = articles.map(() => [])
  for (const { n, other } of pairs) {
    const text = texts.get(other.id)
    const relation = text && relateTexts(text, (articles[n] as PreparedArticle).text)
    if (relation) copies[n]?.push({ of: { id: other.id, groupId: other.groupId, storyId: other.storyId }, relation })
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

const isWorthReading = (known: Known, { print }: PreparedArticle): boolean =>
  estimateJaccard(signatureOf(known.signature), print.signature) >= WORTH_READING

function signatureOf(bytes: Buffer): Int32Array {
  const copy = Uint8Array.from(bytes)
  return new Int32Array(copy.buffer)
}

async function twins(
  client: pg.ClientBase,
  articles: readonly PreparedArticle[],
): Promise<{ n: number; id: string }[]> {
  const { rows } = await client.query<{ n: number; id: string }>(
    `SELECT (q.number - 1)::int AS n, a.id FROM unnest($1::bytea[]) WITH ORDINALITY AS q(checksum, number)
     CROSS JOIN LATERAL (
       SELECT id FROM article WHERE text_checksum = q.checksum AND withdrawn_at IS NULL ORDER BY sort_at, id LIMIT ${MOST_TWINS}
     ) AS a`,
    [
      binaryArray(
        'bytea',
        articles.map((a) => Buffer.from(a.print.checksum, 'hex')),
      ),
    ],
  )
  return rows
}

async function knownArticles(client: pg.ClientBase, ids: readonly string[]): Promise<Map<string, Known>> {
  if (ids.length === 0) return new Map()
  const { rows } = await client.query<Known>(
    `SELECT id, encode(text_checksum, 'hex') AS checksum, signature, duplicate_group_id AS "groupId", story_id AS "storyId"
     FROM article WHERE id = ANY($1::uuid[]) AND withdrawn_at IS NULL`,
    [binaryArray('uuid', ids)],
  )
  return new Map(rows.map((row) => [row.id, row]))
}
