import { authorize } from '#lib/access/authorize.ts'
import type { Context } from '#lib/db/context.ts'
import type { Entity } from '#lib/db/generated/client.ts'
import type { EntityKind } from '#lib/db/generated/enums.ts'
import { EntityAliases } from '#lib/tag/entity-aliases.ts'
import { findNamed } from '#lib/text/find-named.ts'

export type EntityListed = Omit<Entity, 'aliases'> & { aliases: EntityAliases; articles: number }
export type EntityFilter = {
  q?: string | undefined
  kind?: EntityKind | undefined
  after?: string | undefined
  locale: string
}

const PAGE = 50

/** People, organisations and places by name; found by any spelling. @throws AppError forbidden */
export async function listEntities(
  { db, actor }: Context,
  { q, kind, after, locale }: EntityFilter,
): Promise<{ entities: EntityListed[]; total: number; next: string | null }> {
  authorize(actor, 'taxonomy:edit')
  const all = await db.entity.findMany({ ...(kind ? { where: { kind } } : {}) })
  const known = new Map(all.map((entity) => [entity.id, { ...entity, aliases: EntityAliases.parse(entity.aliases) }]))
  const { ids, total, next } = findNamed(
    [...known.values()].map(({ id, nameAr, nameEn, nameFr, aliases: { ar, en, fr } }) => ({
      id,
      names: [...(locale === 'ar' ? [nameAr, nameEn, nameFr] : [nameEn, nameFr, nameAr]), ...ar, ...en, ...fr],
    })),
    { q, after, locale, limit: PAGE },
  )
  const counts = await db.$queryRaw<{ id: string; articles: number }[]>`
    SELECT g.entity_id AS id, count(*)::int AS articles FROM article_tag g JOIN article a ON a.id = g.article_id
    WHERE g.entity_id = ANY(${ids}) AND g.state <> 'rejected' AND a.withdrawn_at IS NULL GROUP BY g.entity_id`
  const countOf = new Map(counts.map(({ id, articles }) => [id, articles]))
  return {
    entities: ids.flatMap((id) => {
      const entity = known.get(id)
      return entity ? [{ ...entity, articles: countOf.get(id) ?? 0 }] : []
    }),
    total,
    next,
  }
}
