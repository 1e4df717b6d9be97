import { z } from 'zod'
import { FLAG_KINDS } from '#lib/core/article.ts'
import { env } from '#lib/core/env.ts'
import { isSensibleTime, PlainWords } from '#lib/core/plain-words.ts'
import { Prisma } from '#lib/db/generated/client.ts'

/** `open`: what still waits for somebody. */
export const STATE_CHOICES = ['open', 'new', 'working', 'done', 'archived'] as const

/** A parameter that makes no sense is read as if it were not there; of a repeated one, the first counts. */
const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value) || undefined, schema.optional()).catch(undefined)

const Name = PlainWords.trim().min(1).max(200)
const Day = z.iso.date().refine((day) => isSensibleTime(new Date(day)))
const Id = z.union([z.uuid(), z.literal('none')])

/** Which articles: the URL parameters of the desk, the dashboards and the stories, one name for one thing everywhere. */
export const ArticleFilter = z.object({
  /** Words as they were typed (lib/search/parse-query.ts). */
  q: optional(z.string().trim().min(1).max(300)),
  /** Identifier, or `none` where the source is not known. */
  source: optional(Id),
  /** Topic, with those under it: `medtop:…`, `desk:…`. */
  topic: optional(Name),
  entity: optional(Name),
  /** ISO 3166-1 alpha-2. */
  country: optional(z.string().regex(/^[A-Z]{2}$/)),
  /** First and last day, both included, in the desk's time zone: published, or received where that is not known. */
  from: optional(Day),
  to: optional(Day),
  state: optional(z.enum(STATE_CHOICES)),
  flag: optional(z.enum(FLAG_KINDS)),
  /** Identifier, or `none`. */
  assignee: optional(Id),
  language: optional(z.string().regex(/^[a-z]{2,3}$/)),
  batch: optional(z.uuid()),
  agency: optional(Name),
  story: optional(z.uuid()),
  /** `first`: its text stood nowhere before; `copy`: the rest of a duplicate group. */
  text: optional(z.enum(['first', 'copy'])),
  /** `accepted`: the tags asked for (any, where none is) were accepted by a person. */
  tags: optional(z.enum(['accepted'])),
})
export type ArticleFilter = Partial<z.output<typeof ArticleFilter>> & {
  /** What `q` was understood as (lib/search/read-filter.ts fills it in): a condition on `search_vector`. */
  tsquery?: string | undefined
}

/**
 * The filter as a condition on `article` under the alias `a` (or another), withdrawn articles always left out.
 * Start from authorize(actor, 'article:read').
 * @throws where words were asked for and nobody understood them: a filter never falls open
 */
export function filterSql(filter: ArticleFilter, alias = 'a'): Prisma.Sql {
  if (filter.q && filter.tsquery === undefined) throw new Error('a filter with words goes through readFilter first')
  const { tsquery } = filter
  const a = Prisma.raw(alias)
  const zone = env().DESK_TIME_ZONE
  const conditions: (Prisma.Sql | '' | false | undefined)[] = [
    Prisma.sql`${a}.withdrawn_at IS NULL`,
    tsquery ? Prisma.sql`${a}.search_vector @@ ${tsquery}::tsquery` : undefined,
    filter.source && idIs(Prisma.sql`${a}.source_id`, filter.source),
    filter.topic && tagged(a, Prisma.sql`t.topic_id IN (${topicsUnder(filter.topic)})`, filter.tags),
    filter.entity && tagged(a, Prisma.sql`t.entity_id = ${filter.entity}`, filter.tags),
    filter.country && tagged(a, Prisma.sql`t.country = ${filter.country}`, filter.tags),
    filter.tags && !filter.topic && !filter.entity && !filter.country && tagged(a, Prisma.sql`true`, filter.tags),
    filter.from && Prisma.sql`${a}.sort_at >= ${filter.from}::date::timestamp AT TIME ZONE ${zone}`,
    filter.to && Prisma.sql`${a}.sort_at < (${filter.to}::date + 1)::timestamp AT TIME ZONE ${zone}`,
    filter.state && stateIs(a, filter.state),
    filter.flag &&
      Prisma.sql`EXISTS (SELECT 1 FROM article_flag f
        WHERE f.article_id = ${a}.id AND f.kind = ${filter.flag} AND f.dismissed_at IS NULL)`,
    filter.assignee && idIs(Prisma.sql`${a}.assignee_id`, filter.assignee),
    filter.language && Prisma.sql`${a}.language = ${filter.language}`,
    filter.batch && Prisma.sql`${a}.batch_id = ${filter.batch}::uuid`,
    filter.agency && Prisma.sql`${a}.agency = ${filter.agency}`,
    filter.story && Prisma.sql`${a}.story_id = ${filter.story}::uuid`,
    filter.text && Prisma.sql`${isFirst(a)} = ${filter.text === 'first'}`,
  ]
  return Prisma.join(
    conditions.filter((c) => typeof c === 'object'),
    ' AND ',
  )
}

const idIs = (column: Prisma.Sql, id: string): Prisma.Sql =>
  id === 'none' ? Prisma.sql`${column} IS NULL` : Prisma.sql`${column} = ${id}::uuid`

const stateIs = (a: Prisma.Sql, state: (typeof STATE_CHOICES)[number]): Prisma.Sql =>
  state === 'open' ? Prisma.sql`${a}.state IN ('new', 'working')` : Prisma.sql`${a}.state = ${state}::article_state`

/** Suggested tags count as well as accepted ones: an article is found before somebody has looked at it. */
const tagged = (a: Prisma.Sql, which: Prisma.Sql, tags: ArticleFilter['tags']): Prisma.Sql =>
  Prisma.sql`EXISTS (SELECT 1 FROM article_tag t WHERE t.article_id = ${a}.id AND ${which}
    AND ${tags === 'accepted' ? Prisma.sql`t.state = 'accepted'` : Prisma.sql`t.state <> 'rejected'`})`

/** Whether an article under this alias is the primary of its duplicate group, or alone. */
export const isFirst = (a: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(${a}.duplicate_group_id IS NULL
    OR EXISTS (SELECT 1 FROM duplicate_group g WHERE g.id = ${a}.duplicate_group_id AND g.primary_id = ${a}.id))`

/** A topic, what it was merged into, and all below in the tree: a link from before a merge leads to the same articles. */
export const topicsUnder = (topic: string): Prisma.Sql => Prisma.sql`
  WITH RECURSIVE below AS (
    SELECT id, merged_into_id FROM topic WHERE id = ${topic}
    UNION SELECT next.id, next.merged_into_id FROM topic next
      JOIN below ON next.parent_id = below.id OR next.id = below.merged_into_id
  ) SELECT id FROM below`
