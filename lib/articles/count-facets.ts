import { authorize } from '#lib/access/authorize.ts'
import { firstDay, PERIOD_NAMES } from '#lib/articles/desk-days.ts'
import { type FacetName, type FacetSet, facetSets, MOST_COUNTED, setOf, setSql } from '#lib/articles/facet-sets.ts'
import type { Names } from '#lib/core/article-line.ts'
import { env } from '#lib/core/env.ts'
import type { ArticleFilter } from '#lib/db/article-filter.ts'
import type { Context } from '#lib/db/context.ts'
import { Prisma } from '#lib/db/generated/client.ts'

/** A choice of a facet: how many articles it would leave under the other filters. */
export type FacetValue = { value: string; names: Names; count: number }
export type Facets = {
  /** Articles that fit; `capped`: more than {@link MOST_COUNTED}, and every count is of the newest so many. */
  total: number
  capped: boolean
  facets: Record<FacetName, FacetValue[]>
}

const MOST_VALUES = 24

/** How many articles each choice would leave, each facet counted under the filters of the others. @throws AppError forbidden */
export async function countFacets(ctx: Context, filter: ArticleFilter): Promise<Facets> {
  authorize(ctx.actor, 'article:read')
  const sets = await facetSets(ctx, filter)
  let rows = await countIn(ctx, filter, sets)
  const total = (set: string) => rows.find((row) => row.facet === 'total' && row.value === set)?.count ?? 0
  const isShort = (set: FacetSet) => set.since !== null && total(set.name) <= MOST_COUNTED
  if (sets.some(isShort))
    rows = await countIn(
      ctx,
      filter,
      sets.map((set) => (isShort(set) ? { ...set, since: null } : set)),
    )
  const of = (facet: FacetName) => rows.filter((row) => row.facet === facet)
  const facets = {
    state: of('state'),
    // Short periods first, whatever their counts.
    date: PERIOD_NAMES.flatMap((period) => of('date').filter((row) => row.value === period)),
    source: of('source'),
    topic: of('topic'),
    country: of('country'),
    entity: of('entity'),
    flag: of('flag'),
    assignee: of('assignee'),
    language: of('language'),
  }
  return { total: Math.min(total('fitting'), MOST_COUNTED), capped: total('fitting') > MOST_COUNTED, facets }
}

type Row = FacetValue & { facet: string }

/** One statement: what is costly is finding the articles and their tags, and each is done once. */
function countIn({ db, now }: Context, filter: ArticleFilter, sets: readonly FacetSet[]): Promise<Row[]> {
  const zone = env().DESK_TIME_ZONE
  const days = PERIOD_NAMES.map((period) => firstDay(period, now(), zone))
  const tagState = filter.tags === 'accepted' ? Prisma.sql`t.state = 'accepted'` : Prisma.sql`t.state <> 'rejected'`
  const set = (facet: FacetName) => Prisma.raw(setOf(facet, filter))
  const tags = (facet: FacetName) => Prisma.raw(`tags_${setOf(facet, filter)}`)
  const tagSets = [...new Set((['topic', 'entity', 'country'] as const).map((facet) => setOf(facet, filter)))].map(
    (name) => Prisma.sql`${Prisma.raw(`tags_${name}`)} AS MATERIALIZED (
      SELECT t.article_id, t.topic_id, t.entity_id, t.country
      FROM ${Prisma.raw(name)} a JOIN article_tag t ON t.article_id = a.id AND ${tagState})`,
  )
  const counts = Prisma.join(
    [
      ...sets.map(
        ({ name }) =>
          Prisma.sql`SELECT 'total' AS facet, ${name} AS value, count(*)::int AS count FROM ${Prisma.raw(name)}`,
      ),
      top('source', Prisma.sql`a.source_id`, Prisma.sql`${set('source')} a`),
      top('state', Prisma.sql`a.state`, Prisma.sql`${set('state')} a`),
      top('language', Prisma.sql`a.language`, Prisma.sql`${set('language')} a`),
      top('assignee', Prisma.sql`a.assignee_id`, Prisma.sql`${set('assignee')} a`),
      top(
        'flag',
        Prisma.sql`f.kind`,
        Prisma.sql`${set('flag')} a JOIN article_flag f ON f.article_id = a.id AND f.dismissed_at IS NULL`,
      ),
      top('date', Prisma.sql`period.name`, Prisma.sql`${set('date')} a JOIN period ON a.sort_at >= period.since`),
      top('topic', Prisma.sql`ancestor`, Prisma.sql`topic_set_under`, Prisma.sql`sum(articles)`),
      top('entity', Prisma.sql`t.entity_id`, Prisma.sql`${tags('entity')} t WHERE t.entity_id IS NOT NULL`),
      top('country', Prisma.sql`t.country`, Prisma.sql`${tags('country')} t WHERE t.country IS NOT NULL`),
    ],
    ' UNION ALL ',
  )
  return db.$queryRaw<Row[]>`
    WITH RECURSIVE ${Prisma.join([...sets.map(setSql), ...tagSets])}, ${topicSets(tags('topic'))},
    period AS MATERIALIZED (
      SELECT name, day::timestamp AT TIME ZONE ${zone} AS since
      FROM unnest(${[...PERIOD_NAMES]}::text[], ${days}::date[]) AS given (name, day)
    ), counted AS (${counts})
    SELECT facet, value, count,
           json_build_object('ar', coalesce(topic.label_ar, e.name_ar, s.name_ar, u.name),
                             'en', coalesce(topic.label_en, e.name_en, s.name_en, u.name),
                             'fr', coalesce(e.name_fr, s.name_fr)) AS names
    FROM counted
    LEFT JOIN topic ON facet = 'topic' AND topic.id = value
    LEFT JOIN entity e ON facet = 'entity' AND e.id = value
    LEFT JOIN source s ON facet = 'source' AND s.id::text = value
    LEFT JOIN "user" u ON facet = 'assignee' AND u.id::text = value
    ORDER BY facet, count DESC, value`
}

/**
 * A topic counts the articles of those under it, as the filter finds them: once for each set of topics that articles
 * have, of which there are far fewer than articles.
 */
const topicSets = (tags: Prisma.Sql): Prisma.Sql => Prisma.sql`
  topic_set AS MATERIALIZED (
    SELECT row_number() OVER () AS number, topics, count(*) AS articles
    FROM (SELECT array_agg(topic_id ORDER BY topic_id) AS topics FROM ${tags}
          WHERE topic_id IS NOT NULL GROUP BY article_id) AS each
    GROUP BY topics
  ), up AS (
    SELECT DISTINCT topic, topic AS ancestor FROM topic_set, unnest(topics) AS topic
    UNION SELECT up.topic, topic.parent_id FROM up JOIN topic ON topic.id = up.ancestor WHERE topic.parent_id IS NOT NULL
  ), topic_set_under AS (
    SELECT DISTINCT number, articles, ancestor FROM topic_set, unnest(topics) AS topic JOIN up USING (topic)
  )`

/** The commonest values of a column; what has none counts as `none`. */
const top = (
  facet: FacetName,
  value: Prisma.Sql,
  from: Prisma.Sql,
  count = Prisma.sql`count(*)`,
): Prisma.Sql => Prisma.sql`
  (SELECT ${facet} AS facet, coalesce(${value}::text, 'none') AS value, (${count})::int AS count FROM ${from}
   GROUP BY ${value} ORDER BY 3 DESC, 2 LIMIT ${MOST_VALUES})`
