import type pg from 'pg'
import type { Fingerprint } from '#lib/compare/fingerprint.ts'
import { binaryArray } from '#lib/db/binary-array.ts'

/** Articles sharing band keys that are looked at, at most: those that share the most. */
const MOST_CANDIDATES = 64
/**
 * Articles read for one key, the latest first. What a paper prints under every text gives keys that a good part of the
 * archive shares; reading them all would make an article cost more the more there are.
 */
const NEWEST_OF_A_KEY = 24

/** An article by its id, and what it is looked up by. */
type Printed = { id: string; print: Pick<Fingerprint, 'bands'> }

/** @returns for each print the ids of stored articles that share a key with it, those that share the most first */
export async function articlesSharingBands(
  client: pg.ClientBase,
  prints: readonly Pick<Fingerprint, 'bands'>[],
): Promise<string[][]> {
  const probes = prints.flatMap(({ bands }, n) => Array.from(bands, (key) => ({ n, key })))
  const { rows } = await client.query<{ n: number; ids: string }>(
    `SELECT n, string_agg(article_id::text, ' ' ORDER BY place) AS ids FROM (
       SELECT p.n, l.article_id, row_number() OVER (PARTITION BY p.n ORDER BY count(*) DESC, l.article_id DESC) AS place
       FROM unnest($1::int[], $2::int[]) AS p(n, key)
       CROSS JOIN LATERAL (
         SELECT article_id FROM band_lookup WHERE key = p.key ORDER BY article_id DESC LIMIT ${NEWEST_OF_A_KEY}
       ) AS l
       GROUP BY p.n, l.article_id
     ) AS shared
     WHERE place <= ${MOST_CANDIDATES} GROUP BY n`,
    [
      binaryArray(
        'int',
        probes.map((p) => p.n),
      ),
      binaryArray(
        'int',
        probes.map((p) => p.key),
      ),
    ],
  )
  const found: string[][] = prints.map(() => [])
  for (const { n, ids } of rows) found[n] = ids.split(' ')
  return found
}

/**
 * Makes articles findable by the keys of their texts. Keys that an edited text no longer has stay and do no harm:
 * whatever is found is verified.
 */
export async function indexBands(client: pg.ClientBase, articles: readonly Printed[]): Promise<void> {
  await client.query(
    `INSERT INTO band_lookup (key, article_id) SELECT key, article_id FROM unnest($1::int[], $2::uuid[]) AS b(key, article_id)
     ON CONFLICT DO NOTHING`,
    bandRows(articles),
  )
}

/** Takes articles out of the look-up again, so that they crowd out nobody. */
export async function forgetBands(client: pg.ClientBase, articles: readonly Printed[]): Promise<void> {
  await client.query(
    `DELETE FROM band_lookup AS l USING unnest($1::int[], $2::uuid[]) AS b(key, article_id)
     WHERE l.key = b.key AND l.article_id = b.article_id`,
    bandRows(articles),
  )
}

/** In order of the key: neighbours share pages of the index. */
function bandRows(articles: readonly Printed[]): [Buffer, Buffer] {
  const rows = articles.flatMap(({ id, print }) => Array.from(print.bands, (key) => ({ key, id })))
  rows.sort((a, b) => a.key - b.key)
  return [
    binaryArray(
      'int',
      rows.map((row) => row.key),
    ),
    binaryArray(
      'uuid',
      rows.map((row) => row.id),
    ),
  ]
}
