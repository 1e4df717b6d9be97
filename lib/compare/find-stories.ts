import type pg from 'pg'
import { decodeCentroid } from '#lib/compare/centroid-codec.ts'
import { DocumentFrequency } from '#lib/compare/document-frequency.ts'
import type { PublishedSpan } from '#lib/compare/published-span.ts'
import { isPrecise } from '#lib/compare/published-span.ts'
import { WINDOW_HOURS } from '#lib/compare/same-event.ts'
import type { StoryCentroid } from '#lib/compare/story-centroid.ts'
import type { StoryKeys } from '#lib/compare/story-keys.ts'
import type { StoryVector } from '#lib/compare/story-vector.ts'
import { insertMany, intArray } from '#lib/db/bulk.ts'

/** The article's heaviest terms that it is looked up by, and the stories looked at for it. */
const PROBES = 20
const MOST_STORIES = 10
const HOUR = 3_600_000

/** Unlocked stories near in time that share the heaviest terms with any of these articles. */
export async function findStories(
  client: pg.ClientBase,
  articles: readonly { vector: StoryVector; at: PublishedSpan | null }[],
): Promise<Map<string, StoryCentroid>> {
  const edge = (hours: number) => new Date(hours * HOUR)
  const { rows } = await client.query<{ id: string; centroid: Buffer }>(
    `WITH near AS (
       SELECT DISTINCT s.id
       FROM unnest($1::text[], $2::timestamptz[], $3::timestamptz[]) AS q(probes, earliest, latest)
       CROSS JOIN LATERAL (
         SELECT id, (SELECT count(*) FROM unnest(lookups) AS k WHERE k = ANY(q.probes::int[])) AS shared
         FROM story
         WHERE lookups && q.probes::int[] AND locked_at IS NULL AND article_count > 0
           AND (q.earliest IS NULL OR NOT dated OR (last_at >= q.earliest AND first_at <= q.latest))
         ORDER BY shared DESC, last_at DESC LIMIT ${MOST_STORIES}
       ) AS s
     )
     SELECT id, centroid FROM story JOIN near USING (id) WHERE length(centroid) > 0`,
    [
      articles.map((a) => intArray(a.vector.lookups.slice(0, PROBES))),
      articles.map(({ at }) => (isPrecise(at) ? edge(at.from - WINDOW_HOURS - 24) : null)),
      articles.map(({ at }) => (isPrecise(at) ? edge(at.to + WINDOW_HOURS + 24) : null)),
    ],
  )
  return new Map(rows.map((row) => [row.id, decodeCentroid(row.centroid)]))
}

/** How common the terms of these articles are in the archive, these articles counted in. */
export async function documentFrequency(
  client: pg.ClientBase,
  articles: readonly StoryKeys[],
): Promise<DocumentFrequency> {
  const keys = new Set<number>([0])
  for (const { title, text } of articles) {
    for (const key of title) keys.add(key)
    for (const key of text) keys.add(key)
  }
  const { rows } = await client.query<{ key: number; articles: number }>(
    'SELECT key, articles FROM term_count WHERE key = ANY($1::int[])',
    [[...keys]],
  )
  const counted = rows.find((row) => row.key === 0)?.articles ?? 0
  const frequency = new DocumentFrequency({
    articles: counted,
    terms: rows.filter((r) => r.key !== 0).map((r) => [r.key, r.articles]),
  })
  for (const { title, text } of articles) frequency.add(title, text)
  return frequency
}

/** Adds these articles to what the archive knows of its terms. */
export async function countTerms(client: pg.ClientBase, articles: readonly StoryKeys[]): Promise<void> {
  const counts = new Map<number, number>([[0, articles.length]])
  for (const { title, text } of articles) {
    for (const key of new Set([...title, ...text])) if (key !== 0) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  // In order of the key: two workers that count the same terms wait for each other instead of deadlocking.
  const rows = [...counts].sort((a, b) => a[0] - b[0])
  await insertMany(
    client,
    'term_count',
    rows,
    [
      { name: 'key', type: 'int', value: ([key]) => key },
      { name: 'articles', type: 'int', value: ([, count]) => count },
    ],
    'ON CONFLICT (key) DO UPDATE SET articles = term_count.articles + EXCLUDED.articles',
  )
}
