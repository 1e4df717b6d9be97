import type pg from 'pg'
import { decodeCentroid } from '#lib/compare/centroid-codec.ts'
import { DocumentFrequency } from '#lib/compare/document-frequency.ts'
import { isPairKey } from '#lib/compare/event-anchors.ts'
import type { PublishedSpan } from '#lib/compare/published-span.ts'
import { isPrecise } from '#lib/compare/published-span.ts'
import { WINDOW_HOURS } from '#lib/compare/same-event.ts'
import type { StoryCentroid } from '#lib/compare/story-centroid.ts'
import type { StoryKeys } from '#lib/compare/story-keys.ts'
import { PROBES, type StoryVector } from '#lib/compare/story-vector.ts'
import { binaryArray } from '#lib/db/binary-array.ts'
import { insertMany } from '#lib/db/bulk.ts'

/** Stories looked at for an article. */
const MOST_STORIES = 10
/**
 * Stories read for one term of an article, the latest first. A term that more stories share tells little of any of them,
 * and reading them all would make an article cost more the more there are: without it, 1,500 rows an article at 6,000
 * articles in three days, five times as many at 30,000.
 */
const STORIES_OF_A_TERM = 24
const EVERY_DAY = 1_000_000

/** Days around an article's own on which a story must have had an article to be looked at. */
const WINDOW_DAYS = Math.ceil(WINDOW_HOURS / 24) + 1

/** The day of a lookup; stories and articles without a day share day 0. */
export const lookupDay = (hours: number): number => Math.floor(hours / 24)

/** Unlocked stories near in time that share the most of the heaviest terms with any of these articles: one statement. */
export async function findStories(
  client: pg.ClientBase,
  articles: readonly { vector: StoryVector; at: PublishedSpan | null }[],
): Promise<Map<string, StoryCentroid>> {
  const { spans, asked } = probesOf(articles)
  const { rows } = await client.query<{ id: string; centroid: Buffer }>(
    `WITH found AS MATERIALIZED (
       SELECT s.span, l.story_id, l.day FROM unnest($1::int[], $2::int[], $3::int[], $4::int[]) AS s(span, key, earliest, latest)
       CROSS JOIN LATERAL (
         SELECT story_id, day FROM story_lookup WHERE key = s.key AND day BETWEEN s.earliest AND s.latest
         ORDER BY day DESC, story_id DESC LIMIT ${STORIES_OF_A_TERM}
       ) AS l
     ), shared AS (
       SELECT a.n, f.story_id, bit_count(bit_or(1 << a.place)::bit(32)) AS terms, max(f.day) AS day
       FROM unnest($5::int[], $6::int[], $7::int[]) AS a(n, place, span) JOIN found AS f USING (span)
       GROUP BY a.n, f.story_id
     ), nearest AS (
       SELECT story_id, row_number() OVER (PARTITION BY n ORDER BY terms DESC, day DESC, story_id DESC) AS place FROM shared
     )
     SELECT s.id, s.centroid FROM story AS s
     WHERE s.id IN (SELECT story_id FROM nearest WHERE place <= ${MOST_STORIES})
       AND s.locked_at IS NULL AND s.article_count > 0 AND length(s.centroid) > 0`,
    [
      ...[spans.map((_, span) => span), spans.map((s) => s.key), spans.map((s) => s.from), spans.map((s) => s.to)],
      ...[asked.map((a) => a.n), asked.map((a) => a.place), asked.map((a) => a.span)],
    ].map((values) => binaryArray('int', values)),
  )
  return new Map(rows.map((row) => [row.id, decodeCentroid(row.centroid)]))
}

/** Unlocked stories by their ids. */
export async function storiesById(client: pg.ClientBase, ids: readonly string[]): Promise<Map<string, StoryCentroid>> {
  if (ids.length === 0) return new Map()
  const { rows } = await client.query<{ id: string; centroid: Buffer }>(
    `SELECT id, centroid FROM story
     WHERE id = ANY($1::uuid[]) AND locked_at IS NULL AND article_count > 0 AND length(centroid) > 0`,
    [ids],
  )
  return new Map(rows.map((row) => [row.id, decodeCentroid(row.centroid)]))
}

type Span = { key: number; from: number; to: number }

/**
 * What is looked up for articles: the days of each of their heaviest terms, and beside them the stories without a day.
 * Articles of one chunk share most of it, so each span is looked up once, and `asked` says who asked for it.
 */
function probesOf(articles: readonly { vector: StoryVector; at: PublishedSpan | null }[]) {
  const spans: Span[] = []
  const numbers = new Map<string, number>()
  const asked: { n: number; place: number; span: number }[] = []
  const ask = (n: number, place: number, span: Span) => {
    const name = `${span.key} ${span.from} ${span.to}`
    let number = numbers.get(name)
    if (number === undefined) {
      number = spans.push(span) - 1
      numbers.set(name, number)
    }
    asked.push({ n, place, span: number })
  }
  articles.forEach(({ vector, at }, n) => {
    for (const [place, key] of [...vector.lookups].slice(0, PROBES).entries()) {
      if (!isPrecise(at)) ask(n, place, { key, from: 0, to: EVERY_DAY })
      else {
        ask(n, place, { key, from: lookupDay(at.from) - WINDOW_DAYS, to: lookupDay(at.to) + WINDOW_DAYS })
        ask(n, place, { key, from: 0, to: 0 })
      }
    }
  })
  return { spans, asked }
}

/** Makes stories findable by their heaviest terms, on the days that these articles add to them. */
export async function indexStories(
  client: pg.ClientBase,
  lookups: readonly { storyId: string; keys: Iterable<number>; day: number }[],
): Promise<void> {
  const rows = lookups.flatMap(({ storyId, keys, day }) => [...keys].map((key) => ({ key, day, storyId })))
  // In order of the key: neighbours share pages of the index.
  rows.sort((a, b) => a.key - b.key || a.day - b.day)
  await insertMany(
    client,
    'story_lookup',
    rows,
    [
      { name: 'key', type: 'int', value: (r) => r.key },
      { name: 'day', type: 'int', value: (r) => r.day },
      { name: 'story_id', type: 'uuid', value: (r) => r.storyId },
    ],
    'ON CONFLICT DO NOTHING',
  )
}

/** How common the terms of these articles are in the archive, these articles counted in. */
export async function documentFrequency(
  client: pg.ClientBase,
  articles: readonly StoryKeys[],
  { alreadyCounted = false } = {},
): Promise<DocumentFrequency> {
  const keys = new Set<number>([0])
  for (const { title, text, anchors } of articles) {
    for (const key of title) keys.add(key)
    for (const key of text) keys.add(key)
    for (const key of anchors.keys) if (!isPairKey(key)) keys.add(key)
  }
  const { rows } = await client.query<{ key: number; articles: number }>(
    'SELECT key, articles FROM term_count WHERE key = ANY($1::int[])',
    [binaryArray('int', [...keys])],
  )
  const counted = rows.find((row) => row.key === 0)?.articles ?? 0
  const frequency = new DocumentFrequency({
    articles: counted,
    terms: rows.filter((r) => r.key !== 0).map((r) => [r.key, r.articles]),
  })
  if (!alreadyCounted) for (const article of articles) frequency.add(article)
  return frequency
}

/** Adds these articles to what the archive knows of its terms, or with -1 takes them out again. */
export async function countTerms(
  client: pg.ClientBase,
  articles: readonly StoryKeys[],
  times: 1 | -1 = 1,
): Promise<void> {
  const counts = new Map<number, number>([[0, articles.length]])
  for (const { title, text, anchors } of articles) {
    const counted = anchors.keys.filter((key) => !isPairKey(key))
    for (const key of new Set([...title, ...text, ...counted]))
      if (key !== 0) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  // In order of the key: two workers that count the same terms wait for each other instead of deadlocking.
  const rows = [...counts].sort((a, b) => a[0] - b[0])
  await insertMany(
    client,
    'term_count',
    rows,
    [
      { name: 'key', type: 'int', value: ([key]) => key },
      { name: 'articles', type: 'int', value: ([, count]) => count * times },
    ],
    'ON CONFLICT (key) DO UPDATE SET articles = greatest(0, term_count.articles + EXCLUDED.articles)',
  )
}
