import type { Period } from '#lib/dashboards/period.ts'
import type { ArticleFilter } from '#lib/db/article-filter.ts'
import { Prisma } from '#lib/db/generated/client.ts'

/** Which articles a dashboard counts: the desk's filter, with a period that has both ends. */
export type Scope = ArticleFilter & Period

/** Which tags `t` are counted: those the filter's own conditions count. */
export const countedTag = (f: ArticleFilter): Prisma.Sql =>
  f.tags === 'accepted' ? Prisma.sql`t.state = 'accepted'` : Prisma.sql`t.state <> 'rejected'`
