import type pg from 'pg'
import type { NewArticle } from '#lib/compare/compare-articles.ts'
import { lookupDay } from '#lib/compare/find-stories.ts'
import { type Embedded, meanVector, vectorOf } from '#lib/compare/meaning.ts'
import { isPrecise, type PublishedSpan } from '#lib/compare/published-span.ts'
import { WINDOW_HOURS } from '#lib/compare/same-event.ts'
import { MEANT_ARTICLES, StoryMeanings } from '#lib/compare/story-meanings.ts'
import { binaryArray } from '#lib/db/binary-array.ts'

/** Articles before and after a day whose stories are looked at, the nearest in time. */
const AROUND_A_DAY = 200
/** And for all days of a chunk together: of an old archive each article may have a day of its own. */
const AROUND_A_CHUNK = 1000
/** Hours since 1970 that no article comes after: where no day is known, the newest are looked at. */
const EVER = 4_000_000

type Row = { id: string; from: number; to: number; dated: boolean; isAround: boolean; vector: Buffer }

/**
 * What stories mean to a model: of those given, and of those that were told around the days of these articles. One
 * statement; at most {@link AROUND_A_DAY} articles before and after each day are looked at, by the index of time.
 * @param known stories that were found by what they share in words and names
 */
export async function findMeanings(
  client: pg.ClientBase,
  articles: readonly Pick<NewArticle, 'id' | 'at'>[],
  { model, vectors }: Embedded,
  known: Iterable<string>,
): Promise<StoryMeanings> {
  const spans = spansOf(articles.filter(({ id }) => vectors.has(id)))
  const { rows } = await client.query<Row>(
    `WITH span AS (
       SELECT to_timestamp(since * 3600) AS since, to_timestamp(at * 3600) AS at, to_timestamp(until * 3600) AS until
       FROM unnest($2::float8[], $3::float8[], $4::float8[]) AS s(since, at, until)
     ), around AS MATERIALIZED (
       SELECT near.id, near.story_id FROM span CROSS JOIN LATERAL (
         (SELECT id, story_id FROM article WHERE sort_at BETWEEN span.since AND span.at AND withdrawn_at IS NULL
          ORDER BY sort_at DESC, id DESC LIMIT $5)
         UNION ALL
         (SELECT id, story_id FROM article WHERE sort_at > span.at AND sort_at <= span.until AND withdrawn_at IS NULL
          ORDER BY sort_at, id LIMIT $5)
       ) AS near
     ), wanted AS (
       SELECT id, bool_or(is_around) AS is_around FROM (
         SELECT around.story_id AS id, true AS is_around FROM around
         JOIN article_embedding AS e ON e.article_id = around.id AND e.model = $1
         UNION ALL SELECT id, false FROM unnest($6::uuid[]) AS known(id)
       ) AS every GROUP BY id
     )
     SELECT s.id, extract(epoch FROM s.first_at)::float8 / 3600 AS "from", extract(epoch FROM s.last_at)::float8 / 3600 AS "to",
       s.dated, wanted.is_around AS "isAround", newest.vector
     FROM wanted JOIN story AS s ON s.id = wanted.id AND s.locked_at IS NULL AND s.article_count > 0
     CROSS JOIN LATERAL (
       SELECT e.vector FROM article AS a JOIN article_embedding AS e ON e.article_id = a.id AND e.model = $1
       WHERE a.story_id = s.id AND a.withdrawn_at IS NULL ORDER BY a.sort_at DESC, a.id DESC LIMIT ${MEANT_ARTICLES}
     ) AS newest`,
    [
      model,
      ...[spans.map((s) => s.since), spans.map((s) => s.at), spans.map((s) => s.until)].map((values) =>
        binaryArray('float8', values),
      ),
      Math.min(AROUND_A_DAY, Math.ceil(AROUND_A_CHUNK / spans.length)),
      binaryArray('uuid', [...known]),
    ],
  )
  const meanings = new StoryMeanings()
  for (const [id, ofStory] of Map.groupBy(rows, (row) => row.id)) {
    const mean = meanVector(ofStory.map((row) => vectorOf(row.vector)))
    const [{ from, to, dated, isAround }] = ofStory as [Row]
    const hours = dated ? { from, to } : { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }
    if (mean) meanings.know(id, { mean, articles: ofStory.length, ...hours, isAround })
  }
  return meanings
}

/** The days that articles are of, each once, with the hours around them. */
function spansOf(articles: readonly { at: PublishedSpan | null }[]): { since: number; at: number; until: number }[] {
  const days = new Set(articles.map(({ at }) => (isPrecise(at) ? lookupDay(at.to) : null)))
  return [...days].map((day) => {
    if (day === null) return { since: 0, at: EVER, until: EVER }
    const begins = day * 24
    return { since: begins - WINDOW_HOURS, at: begins + 24, until: begins + 24 + WINDOW_HOURS }
  })
}
