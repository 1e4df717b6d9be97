import { Prisma } from '#lib/db/generated/client.ts'

/** What an article can be asked to have. */
export const HAS_CHOICES = [
  'note',
  'flag',
  'topic',
  'entity',
  'country',
  'copies',
  'story',
  'byline',
  'agency',
  'date',
  'due',
  'overdue',
] as const
export type HasChoice = (typeof HAS_CHOICES)[number]

const tag = (a: Prisma.Sql, column: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`EXISTS (SELECT 1 FROM article_tag t
    WHERE t.article_id = ${a}.id AND ${column} IS NOT NULL AND t.state <> 'rejected')`

const SQL: Record<HasChoice, (a: Prisma.Sql) => Prisma.Sql> = {
  note: (a) => Prisma.sql`EXISTS (SELECT 1 FROM annotation n WHERE n.article_id = ${a}.id AND n.deleted_at IS NULL)`,
  flag: (a) =>
    Prisma.sql`EXISTS (SELECT 1 FROM article_flag f WHERE f.article_id = ${a}.id AND f.dismissed_at IS NULL)`,
  topic: (a) => tag(a, Prisma.sql`t.topic_id`),
  entity: (a) => tag(a, Prisma.sql`t.entity_id`),
  country: (a) => tag(a, Prisma.sql`t.country`),
  copies: (a) =>
    Prisma.sql`EXISTS (SELECT 1 FROM article c WHERE c.duplicate_group_id = ${a}.duplicate_group_id
      AND c.id <> ${a}.id AND c.withdrawn_at IS NULL)`,
  story: (a) =>
    Prisma.sql`EXISTS (SELECT 1 FROM article s WHERE s.story_id = ${a}.story_id
      AND s.id <> ${a}.id AND s.withdrawn_at IS NULL)`,
  byline: (a) => Prisma.sql`${a}.byline IS NOT NULL`,
  agency: (a) => Prisma.sql`${a}.agency IS NOT NULL`,
  date: (a) => Prisma.sql`${a}.published_at IS NOT NULL`,
  due: (a) => Prisma.sql`${a}.due_at IS NOT NULL`,
  overdue: (a) => isOverdue(a),
}

/** Whether its time has passed while it waits. */
export const isOverdue = (a: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(${a}.due_at < now() AND ${a}.state IN ('new', 'working'))`

/** Whether the article under this alias has something: other articles in its story, an author's line, a day. */
export const hasSql = (a: Prisma.Sql, what: HasChoice): Prisma.Sql => SQL[what](a)
