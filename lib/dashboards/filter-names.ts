import { authorize } from '#lib/access/authorize.ts'
import type { ArticleFilter } from '#lib/db/article-filter.ts'
import type { Context } from '#lib/db/context.ts'

/** The name of something a filter asks for by its identifier. */
export type FilterName = {
  field: 'topic' | 'source' | 'entity' | 'assignee' | 'batch'
  nameAr: string | null
  nameEn: string | null
  nameFr: string | null
}

/** At most one row a field; none where the filter does not ask, or nothing has that identifier. @throws AppError forbidden */
export async function filterNames({ db, actor }: Context, f: ArticleFilter): Promise<FilterName[]> {
  authorize(actor, 'dashboard:read')
  const id = (given: string | undefined) => (given === 'none' ? null : (given ?? null))
  return db.$queryRaw<FilterName[]>`
    SELECT 'topic' AS field, label_ar AS "nameAr", label_en AS "nameEn", NULL AS "nameFr"
    FROM topic WHERE id = ${id(f.topic)}
    UNION ALL
    SELECT 'source', name_ar, name_en, name_fr FROM source WHERE id = ${id(f.source)}::uuid
    UNION ALL
    SELECT 'entity', name_ar, name_en, name_fr FROM entity WHERE id = ${id(f.entity)}
    UNION ALL
    SELECT 'assignee', name, name, name FROM "user" WHERE id = ${id(f.assignee)}::uuid
    UNION ALL
    SELECT 'batch', name, name, name FROM batch WHERE id = ${id(f.batch)}::uuid`
}
