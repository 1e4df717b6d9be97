import { authorize } from '#lib/access/authorize.ts'
import { chosenValues } from '#lib/core/choices.ts'
import { env } from '#lib/core/env.ts'
import { countedTag } from '#lib/dashboards/scope.ts'
import { type ArticleFilter, filterSql, topicsUnder } from '#lib/db/article-filter.ts'
import type { Context } from '#lib/db/context.ts'
import { Prisma } from '#lib/db/generated/client.ts'

/** One topic on one day of the desk's calendar; days without articles have no row. Topics come largest first. */
export type TopicDay = {
  topicId: string
  labelAr: string | null
  labelEn: string
  /** `2026-11-17` */
  day: string
  /** Articles tagged with it or a topic under it: accepted by a person, or suggested and not rejected. */
  articles: number
  /** Those of them where a person accepted such a tag. */
  accepted: number
}

/**
 * What is being written about, day by day? The `limit` topics named most often. Each is counted with those under it,
 * as the desk does; a filter by topic goes one step down, to the topics under that one. @throws AppError forbidden
 */
export async function topicsOverTime({ db, actor }: Context, f: ArticleFilter, limit = 8): Promise<TopicDay[]> {
  authorize(actor, 'dashboard:read')
  const asked = chosenValues(f.topic)
  const within =
    asked.length > 0 ? Prisma.sql`t.topic_id = ANY(${topicsUnder(asked)})` : Prisma.sql`t.topic_id IS NOT NULL`
  return db.$queryRaw<TopicDay[]>`
    WITH RECURSIVE tagged AS MATERIALIZED (
      SELECT a.id, t.topic_id, t.state, a.sort_at
      FROM article a
      JOIN article_tag t ON t.article_id = a.id AND ${countedTag(f)} AND ${within}
      WHERE ${filterSql(f)}
    ), largest AS (
      SELECT topic_id FROM tagged GROUP BY topic_id ORDER BY count(*) DESC, topic_id LIMIT ${limit}
    ), under AS (
      SELECT topic_id AS id, row_number() OVER () AS top, topic_id AS top_id FROM largest
      UNION SELECT child.id, under.top, under.top_id FROM under JOIN topic child ON child.parent_id = under.id
    ), counted AS (
      -- An article tagged with a topic and with one under it is one article.
      SELECT under.top, tagged.id, tagged.sort_at, bool_or(tagged.state = 'accepted') AS is_accepted
      FROM tagged JOIN under ON under.id = tagged.topic_id
      GROUP BY under.top, tagged.id, tagged.sort_at
    ), per_day AS (
      SELECT top, (sort_at AT TIME ZONE ${env().DESK_TIME_ZONE})::date AS day,
             count(*)::int AS articles, (count(*) FILTER (WHERE is_accepted))::int AS accepted
      FROM counted GROUP BY 1, 2
    )
    SELECT topic.id AS "topicId", topic.label_ar AS "labelAr", topic.label_en AS "labelEn",
           to_char(day, 'YYYY-MM-DD') AS day, articles, accepted
    FROM per_day
    JOIN under ON under.top = per_day.top AND under.id = under.top_id
    JOIN topic ON topic.id = under.top_id
    ORDER BY sum(articles) OVER (PARTITION BY topic.id) DESC, topic.id, per_day.day`
}
