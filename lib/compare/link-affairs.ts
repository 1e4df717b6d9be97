import type pg from 'pg'
import { AFFAIR_DAYS, type AffairLink, affairLink } from '#lib/compare/affair.ts'
import { decodeCentroid } from '#lib/compare/centroid-codec.ts'
import { lookupDay } from '#lib/compare/find-stories.ts'
import type { StoryCentroid } from '#lib/compare/story-centroid.ts'
import { PROBES } from '#lib/compare/story-vector.ts'
import { insertMany } from '#lib/db/bulk.ts'

const PAGE = 100
/** Stories read for one term, the latest first, and those looked at for a story. */
const STORIES_OF_A_TERM = 40
const MOST_STORIES = 15
/** Earlier stories that are linked: the nearest. */
const MOST_LINKS = 5

/**
 * Links stories that have changed since then to earlier ones of the same affair, a page at a time: what goes on for weeks
 * is a chain of stories, not one without end. What was linked before is made again.
 * @param after the last story of the page before. @returns the last of this one; null where it was the last page
 */
export async function linkAffairs(client: pg.ClientBase, since: Date, after: string | null): Promise<string | null> {
  const { rows } = await client.query<{ id: string; centroid: Buffer }>(
    `SELECT id, centroid FROM story
     WHERE updated_at >= $1 AND ($2::uuid IS NULL OR id > $2) AND article_count > 0 AND length(centroid) > 0
     ORDER BY id LIMIT ${PAGE}`,
    [since, after],
  )
  const stories = new Map(rows.map((row) => [row.id, decodeCentroid(row.centroid)]))
  const near = await earlierStories(client, [...stories.values()])
  const links = [...stories].flatMap(([storyId, story], n) =>
    (near[n] ?? [])
      .flatMap(({ id, story: earlier }) => {
        const link = id === storyId ? null : affairLink(story, earlier)
        return link ? [{ storyId, earlierId: id, ...link }] : []
      })
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST_LINKS),
  )
  await store(client, [...stories.keys()], links)
  return rows.length < PAGE ? null : (rows.at(-1)?.id ?? null)
}

/** Stories of the weeks before that share the most of the heaviest terms with each of these. */
async function earlierStories(client: pg.ClientBase, stories: readonly StoryCentroid[]) {
  const probes = stories.flatMap(({ time, lookups }, n) => {
    if (time === null) return []
    const last = lookupDay(time.last)
    return [...lookups.subarray(0, PROBES)].map((key) => ({
      n,
      key,
      from: lookupDay(time.first) - AFFAIR_DAYS,
      to: last,
    }))
  })
  const { rows } = await client.query<{ n: number; id: string; centroid: Buffer }>(
    `WITH shared AS (
       SELECT p.n, l.story_id, count(DISTINCT p.key) AS terms
       FROM unnest($1::int[], $2::int[], $3::int[], $4::int[]) AS p(n, key, earliest, latest)
       CROSS JOIN LATERAL (
         SELECT story_id FROM story_lookup WHERE key = p.key AND day BETWEEN p.earliest AND p.latest
         ORDER BY day DESC, story_id DESC LIMIT ${STORIES_OF_A_TERM}
       ) AS l
       GROUP BY p.n, l.story_id
     ), nearest AS (
       SELECT n, story_id, row_number() OVER (PARTITION BY n ORDER BY terms DESC, story_id DESC) AS place FROM shared
     )
     SELECT nearest.n, s.id, s.centroid FROM nearest JOIN story AS s ON s.id = nearest.story_id
     WHERE place <= ${MOST_STORIES} AND s.article_count > 0 AND length(s.centroid) > 0`,
    [probes.map((p) => p.n), probes.map((p) => p.key), probes.map((p) => p.from), probes.map((p) => p.to)],
  )
  const found: { id: string; story: StoryCentroid }[][] = stories.map(() => [])
  for (const { n, id, centroid } of rows) found[n]?.push({ id, story: decodeCentroid(centroid) })
  return found
}

async function store(
  client: pg.ClientBase,
  storyIds: readonly string[],
  links: readonly (AffairLink & { storyId: string; earlierId: string })[],
): Promise<void> {
  await client.query('DELETE FROM story_link WHERE story_id = ANY($1::uuid[])', [storyIds])
  await insertMany(
    client,
    'story_link',
    links,
    [
      { name: 'story_id', type: 'uuid', value: (link) => link.storyId },
      { name: 'earlier_id', type: 'uuid', value: (link) => link.earlierId },
      { name: 'score', type: 'float8', value: (link) => link.score },
      { name: 'because', type: 'jsonb', value: (link) => link.because },
    ],
    'ON CONFLICT DO NOTHING',
  )
}
