import { z } from 'zod'
import { FLAG_KINDS } from '#lib/core/article.ts'
import { chosenValues, readChoices, writeChoices } from '#lib/core/choices.ts'
import { env } from '#lib/core/env.ts'
import { isSensibleTime, PlainWords } from '#lib/core/plain-words.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import { HAS_CHOICES, type HasChoice, hasSql } from '#lib/db/has-sql.ts'
import { foldedPattern } from '#lib/text/folded-pattern.ts'
import { foldedWords } from '#lib/text/words.ts'

/** `open`: what still waits for somebody. */
export const STATE_CHOICES = ['open', 'new', 'working', 'done', 'archived'] as const

/** A parameter that makes no sense is read as if it were not there; of a repeated one, the first counts. */
const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value) || undefined, schema.optional()).catch(undefined)

const Name = PlainWords.trim().min(1).max(200)
const Day = z.iso.date().refine((day) => isSensibleTime(new Date(day)))
const Id = z.union([z.uuid(), z.literal('none')])

/** One value or several, asked for or refused (lib/core/choices.ts); where one of them makes no sense, none does. */
const choices = (value: z.ZodType) =>
  optional(
    PlainWords.max(4000)
      .transform((given) => writeChoices(readChoices(given)))
      .refine((given) => given !== undefined)
      .refine((given) => {
        const { all, none } = readChoices(given)
        return [...all.flat(), ...none].every((one) => value.safeParse(one).success)
      }),
  )

/** Which articles: the URL parameters of the desk, the dashboards and the stories, one name for one thing everywhere. */
export const ArticleFilter = z.object({
  /** As it was typed: words, and what lib/search/parse-search.ts makes of the rest. */
  q: optional(z.string().trim().min(1).max(1000)),
  /** Identifier, or `none` where the source is not known. */
  source: choices(Id),
  /** Topic, with those under it: `medtop:…`, `desk:…`. */
  topic: choices(Name),
  entity: choices(Name),
  /** ISO 3166-1 alpha-2. */
  country: choices(z.string().regex(/^[A-Z]{2}$/)),
  /** First and last day, both included, in the desk's time zone: published, or received where that is not known. */
  from: optional(Day),
  to: optional(Day),
  state: choices(z.enum(STATE_CHOICES)),
  flag: choices(z.enum(FLAG_KINDS)),
  /** Identifier, or `none`. */
  assignee: choices(Id),
  language: choices(z.string().regex(/^[a-z]{2,3}$/)),
  batch: choices(z.uuid()),
  agency: choices(Name),
  story: choices(z.uuid()),
  /** Words of the author's line. */
  by: choices(Name.refine((words) => foldedWords(words).length > 0)),
  has: choices(z.enum(HAS_CHOICES)),
  /** `first`: its text stood nowhere before; `copy`: the rest of a duplicate group. */
  text: optional(z.enum(['first', 'copy'])),
  /** `accepted`: the tags asked for (any, where none is) were accepted by a person. */
  tags: optional(z.enum(['accepted'])),
})
export type ArticleFilter = Partial<z.output<typeof ArticleFilter>> & {
  /** What `q` was understood as (lib/search/ask-filter.ts fills it in): a condition on `search_vector`. */
  tsquery?: string | undefined
}

/**
 * The filter as a condition on `article` under the alias `a` (or another), withdrawn articles always left out.
 * Start from authorize(actor, 'article:read').
 * @throws where words were asked for and nobody understood them: a filter never falls open
 */
export function filterSql(filter: ArticleFilter, alias = 'a'): Prisma.Sql {
  if (filter.q && filter.tsquery === undefined) throw new Error('a filter with words goes through askFilter first')
  const { tsquery } = filter
  const a = Prisma.raw(alias)
  const zone = env().DESK_TIME_ZONE
  const conditions: (Prisma.Sql | '' | false | undefined)[] = [
    Prisma.sql`${a}.withdrawn_at IS NULL`,
    tsquery ? Prisma.sql`${a}.search_vector @@ ${tsquery}::tsquery` : undefined,
    chosen(filter.source, (ids) => idIs(Prisma.sql`${a}.source_id`, ids)),
    chosen(filter.topic, (ids) => tagged(a, Prisma.sql`t.topic_id = ANY(${topicsUnder(ids)})`, filter.tags)),
    chosen(filter.entity, (ids) => tagged(a, isOneOf(Prisma.sql`t.entity_id`, ids), filter.tags)),
    chosen(filter.country, (codes) => tagged(a, isOneOf(Prisma.sql`t.country`, codes), filter.tags)),
    filter.tags && asksForNoTag(filter) && tagged(a, Prisma.sql`true`, filter.tags),
    filter.from && Prisma.sql`${a}.sort_at >= ${filter.from}::date::timestamp AT TIME ZONE ${zone}`,
    filter.to && Prisma.sql`${a}.sort_at < (${filter.to}::date + 1)::timestamp AT TIME ZONE ${zone}`,
    chosen(filter.state, (states) => stateIs(a, states)),
    chosen(
      filter.flag,
      (kinds) => Prisma.sql`EXISTS (SELECT 1 FROM article_flag f
        WHERE f.article_id = ${a}.id AND ${isOneOf(Prisma.sql`f.kind`, kinds)} AND f.dismissed_at IS NULL)`,
    ),
    chosen(filter.assignee, (ids) => idIs(Prisma.sql`${a}.assignee_id`, ids)),
    chosen(filter.language, (codes) => isOneOf(Prisma.sql`${a}.language`, codes)),
    chosen(filter.batch, (ids) => idIs(Prisma.sql`${a}.batch_id`, ids)),
    chosen(filter.agency, (ids) => isOneOf(Prisma.sql`${a}.agency`, ids)),
    chosen(filter.story, (ids) => idIs(Prisma.sql`${a}.story_id`, ids)),
    chosen(filter.by, (names) =>
      either(names.map((name) => Prisma.sql`${a}.byline ~ ${foldedPattern(foldedWords(name))}`)),
    ),
    chosen(filter.has, (things) => either(things.map((what) => hasSql(a, what as HasChoice)))),
    filter.text && Prisma.sql`${isFirst(a)} = ${filter.text === 'first'}`,
  ]
  return Prisma.join(
    conditions.filter((c) => typeof c === 'object'),
    ' AND ',
  )
}

/** Every group by one of its values, none of the refused; what is not known is none of them. */
function chosen(param: string | undefined, isOneOfThese: (values: string[]) => Prisma.Sql): Prisma.Sql | undefined {
  const { all, none } = readChoices(param)
  const conditions = all.map(isOneOfThese)
  if (none.length > 0) conditions.push(Prisma.sql`(${isOneOfThese(none)}) IS NOT TRUE`)
  return conditions.length > 0 ? Prisma.join(conditions, ' AND ') : undefined
}

const either = (conditions: Prisma.Sql[]): Prisma.Sql =>
  conditions.length === 1 ? (conditions[0] as Prisma.Sql) : Prisma.sql`(${Prisma.join(conditions, ' OR ')})`

const isOneOf = (column: Prisma.Sql, values: string[]): Prisma.Sql =>
  values.length === 1 ? Prisma.sql`${column} = ${values[0]}` : Prisma.sql`${column} = ANY(${values}::text[])`

function idIs(column: Prisma.Sql, given: string[]): Prisma.Sql {
  const ids = given.filter((id) => id !== 'none')
  const known = ids.length === 1 ? Prisma.sql`${column} = ${ids[0]}::uuid` : Prisma.sql`${column} = ANY(${ids}::uuid[])`
  if (ids.length === given.length) return known
  return ids.length === 0 ? Prisma.sql`${column} IS NULL` : Prisma.sql`(${column} IS NULL OR ${known})`
}

function stateIs(a: Prisma.Sql, given: string[]): Prisma.Sql {
  const states = given.flatMap((state) => (state === 'open' ? ['new', 'working'] : state))
  return states.length === 1
    ? Prisma.sql`${a}.state = ${states[0]}::article_state`
    : Prisma.sql`${a}.state = ANY(${states}::article_state[])`
}

const asksForNoTag = ({ topic, entity, country }: ArticleFilter): boolean =>
  [topic, entity, country].every((param) => chosenValues(param).length === 0)

/** Suggested tags count as well as accepted ones: an article is found before somebody has looked at it. */
const tagged = (a: Prisma.Sql, which: Prisma.Sql, tags: ArticleFilter['tags']): Prisma.Sql =>
  Prisma.sql`EXISTS (SELECT 1 FROM article_tag t WHERE t.article_id = ${a}.id AND ${which}
    AND ${tags === 'accepted' ? Prisma.sql`t.state = 'accepted'` : Prisma.sql`t.state <> 'rejected'`})`

/** Whether an article under this alias is the primary of its duplicate group, or alone. */
export const isFirst = (a: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(${a}.duplicate_group_id IS NULL
    OR EXISTS (SELECT 1 FROM duplicate_group g WHERE g.id = ${a}.duplicate_group_id AND g.primary_id = ${a}.id))`

/** An array: topics, what they were merged into, and all below in the tree (see the migration desk_indexes). */
export const topicsUnder = (topics: string[]): Prisma.Sql => Prisma.sql`topics_under(${topics}::text[])`
