import { authorize } from '#lib/access/authorize.ts'
import { env } from '#lib/core/env.ts'
import { periodBefore } from '#lib/dashboards/period.ts'
import { countedTag, type Scope } from '#lib/dashboards/scope.ts'
import { filterSql } from '#lib/db/article-filter.ts'
import type { Context } from '#lib/db/context.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import type { EntityKind } from '#lib/db/generated/enums.ts'

/** One entity in this period and in the one of the same length before it: the steepest rise first, the steepest fall last. */
export type EntityChange = {
  entityId: string
  kind: EntityKind
  nameAr: string | null
  nameEn: string | null
  nameFr: string | null
  /** Articles of this period tagged with it and not rejected, and of the period before. */
  articles: number
  before: number
}

/**
 * Who and what is named more often than before, and who less? At most `each` rising and as many falling.
 *
 * Ranked by (now - before) / sqrt(now + before): the difference in units of its own chance variation if articles
 * come as they please (Poisson), so that 1 → 4 does not outrank 40 → 80. Fewer than three articles say nothing.
 * @throws AppError forbidden
 */
export async function entitiesRising({ db, actor }: Context, f: Scope, each = 8): Promise<EntityChange[]> {
  authorize(actor, 'dashboard:read')
  const isNow = Prisma.sql`a.sort_at >= ${f.from}::date::timestamp AT TIME ZONE ${env().DESK_TIME_ZONE}`
  return db.$queryRaw<EntityChange[]>`
    WITH changed AS (
      SELECT t.entity_id, (count(*) FILTER (WHERE ${isNow}))::int AS articles, (count(*) FILTER (WHERE NOT ${isNow}))::int AS before
      FROM article a JOIN article_tag t ON t.article_id = a.id AND t.entity_id IS NOT NULL AND ${countedTag(f)}
      WHERE ${filterSql({ ...f, from: periodBefore(f).from })}
      GROUP BY t.entity_id
      HAVING count(*) >= 3 AND count(*) <> 2 * count(*) FILTER (WHERE ${isNow})
    ), ranked AS (
      SELECT *, (articles - before) / sqrt(articles + before) AS change,
             row_number() OVER (PARTITION BY articles > before
                                ORDER BY abs(articles - before) / sqrt(articles + before) DESC, entity_id) AS place
      FROM changed
    )
    SELECT entity.id AS "entityId", entity.kind::text AS kind,
           entity.name_ar AS "nameAr", entity.name_en AS "nameEn", entity.name_fr AS "nameFr",
           ranked.articles, ranked.before
    FROM ranked JOIN entity ON entity.id = ranked.entity_id
    WHERE ranked.place <= ${each}
    ORDER BY ranked.change DESC, entity.id`
}
