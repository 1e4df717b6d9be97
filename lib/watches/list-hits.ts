import type { Names } from '#lib/core/article-line.ts'
import type { Context } from '#lib/db/context.ts'
import { Prisma } from '#lib/db/generated/client.ts'

/** An article that a watch has found, as it is told outside the desk. */
export type Hit = {
  id: string
  title: string | null
  excerpt: string
  language: string
  sourceNames: Names
  sourceName: string | null
  publishedAt: Date | null
  foundAt: Date
}

const EXCERPT = 300

/** What has not gone a way yet (`emailed_at` or `posted_at`), oldest first; without a way, the newest. */
export function listHits(
  { db }: Context,
  watchId: string,
  limit: number,
  way: 'email' | 'webhook' | null = null,
): Promise<Hit[]> {
  const unsent = way
    ? Prisma.sql`AND ${way === 'email' ? Prisma.sql`h.emailed_at` : Prisma.sql`h.posted_at`} IS NULL`
    : Prisma.empty
  const order = way ? Prisma.sql`h.found_at, a.id` : Prisma.sql`h.found_at DESC, a.id DESC`
  return db.$queryRaw<Hit[]>`
    SELECT a.id, a.title, left(a.text, ${EXCERPT}) AS excerpt, a.language, a.source_name AS "sourceName",
           jsonb_build_object('ar', s.name_ar, 'en', s.name_en, 'fr', s.name_fr) AS "sourceNames",
           a.published_at AS "publishedAt", h.found_at AS "foundAt"
    FROM watch_hit h JOIN article a ON a.id = h.article_id AND a.withdrawn_at IS NULL
    LEFT JOIN source s ON s.id = a.source_id
    WHERE h.watch_id = ${watchId}::uuid ${unsent}
    ORDER BY ${order} LIMIT ${limit}`
}
