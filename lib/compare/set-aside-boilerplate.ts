import type pg from 'pg'
import type { ComparableText } from '#lib/compare/comparable-text.ts'
import { comparableTexts } from '#lib/compare/comparable-texts.ts'
import type { NewArticle } from '#lib/compare/compare-articles.ts'
import type { Copy } from '#lib/compare/find-copies.ts'
import { type Commonness, relateTexts } from '#lib/compare/same-text.ts'

/** What shares so much is a copy, whatever its source repeats. */
const SURELY = 0.8
/** The latest texts of a source say what it repeats: a disclaimer, a byline, "read also". */
const LATEST = 40
/** The two that are compared hold it themselves. */
const OF_THE_PAIR = 2

/** A stored article whose text may be in memory already. */
type Stored = { id: string; checksum: string }

const NO_SHINGLES = new Uint32Array(0)

type Text = { sourceId: string | null; text: ComparableText }

/**
 * Copies without those that share only what their sources repeat. Reads the sources' latest texts, and only where a pair
 * is not alike beyond doubt: few of a delivery.
 */
export async function setAsideBoilerplate(
  client: pg.ClientBase,
  articles: readonly NewArticle[],
  copies: readonly Copy[][],
): Promise<Copy[][]> {
  const isUnsure = ({ relation }: Copy) => relation.kind !== 'exact' && relation.jaccard < SURELY
  const unsure = copies.flatMap((found) => found.filter(isUnsure))
  if (unsure.length === 0) return [...copies]
  const texts = new Map<string, Text>(
    articles.map(({ id, sourceId = null, prepared }) => [id, { sourceId, text: prepared.text }]),
  )
  for (const [id, text] of await storedTexts(
    client,
    unsure.map(({ of }) => of.id).filter((id) => !texts.has(id)),
  ))
    texts.set(id, text)
  const asked = articles.filter((_, i) => copies[i]?.some(isUnsure)).map(({ id }) => id)
  const sources = new Set([...asked, ...unsure.map(({ of }) => of.id)].flatMap((id) => texts.get(id)?.sourceId ?? []))
  if (sources.size === 0) return [...copies]
  const repeated = await shinglesBySource(client, articles, sources)
  return copies.map((found, i) =>
    found.filter((copy) => {
      const [a, b] = [texts.get(copy.of.id), texts.get((articles[i] as NewArticle).id)]
      if (!isUnsure(copy) || !a || !b) return true
      return relateTexts(a.text, b.text, commonnessBetween(repeated, a, b)) !== null
    }),
  )
}

/** In how many texts of each source a shingle occurs. */
type Repeated = ReadonlyMap<string, Map<number, number>>

/** A shingle weighs less, by the square, the more texts of the two sources have it, beyond the two that are compared. */
function commonnessBetween(repeated: Repeated, a: Text, b: Text): Commonness {
  const sources = [...new Set([a.sourceId, b.sourceId])].flatMap((id) => (id === null ? [] : (repeated.get(id) ?? [])))
  return (shingle) => {
    let texts = 0
    for (const counts of sources) texts += counts.get(shingle) ?? 0
    return texts <= OF_THE_PAIR ? 1 : (OF_THE_PAIR / texts) ** 2
  }
}

/** Counts the shingles of each source's latest texts, one of each duplicate group, and of its articles in this chunk. */
async function shinglesBySource(
  client: pg.ClientBase,
  articles: readonly NewArticle[],
  sources: ReadonlySet<string>,
): Promise<Repeated> {
  const { rows } = await client.query<Stored & { source: string }>(
    `SELECT s.id AS source, a.id, a.checksum FROM unnest($1::uuid[]) AS s(id)
     CROSS JOIN LATERAL (
       SELECT DISTINCT ON (coalesce(duplicate_group_id, id)) id, encode(text_checksum, 'hex') AS checksum FROM (
         SELECT id, duplicate_group_id, text_checksum FROM article
         WHERE source_id = s.id AND withdrawn_at IS NULL ORDER BY sort_at DESC LIMIT ${LATEST}) AS latest
       ORDER BY coalesce(duplicate_group_id, id)
     ) AS a`,
    [[...sources]],
  )
  const repeated = new Map([...sources].map((id) => [id, new Map<number, number>()]))
  const count = (source: string, shingles: Uint32Array) => {
    const counts = repeated.get(source)
    for (const shingle of counts ? shingles : []) counts?.set(shingle, (counts.get(shingle) ?? 0) + 1)
  }
  const texts = await comparableTexts(client, rows)
  for (const { source, id } of rows) count(source, texts.get(id)?.shingles ?? NO_SHINGLES)
  const seen = new Set<string>()
  for (const { sourceId, prepared } of articles) {
    const key = `${sourceId} ${prepared.print.checksum}`
    if (!sourceId || seen.has(key)) continue
    seen.add(key)
    count(sourceId, prepared.text.shingles)
  }
  return repeated
}

async function storedTexts(client: pg.ClientBase, ids: string[]): Promise<[string, Text][]> {
  if (ids.length === 0) return []
  const { rows } = await client.query<Stored & { sourceId: string | null }>(
    `SELECT id, source_id AS "sourceId", encode(text_checksum, 'hex') AS checksum FROM article WHERE id = ANY($1::uuid[])`,
    [[...new Set(ids)]],
  )
  const known = await comparableTexts(client, rows)
  return rows.flatMap(({ id, sourceId }): [string, Text][] => {
    const text = known.get(id)
    return text ? [[id, { sourceId, text }]] : []
  })
}
