import { authorize } from '#lib/access/authorize.ts'
import type { Names } from '#lib/core/article-line.ts'
import type { Context } from '#lib/db/context.ts'
import type { EntityRelationKind } from '#lib/db/generated/enums.ts'

export type RelationListed = {
  id: string
  kind: EntityRelationKind
  /** In Arabic; null for a part. */
  office: string | null
  /** The year in which it ended. */
  until: number | null
  /** The other end. */
  other: { kind: 'entity'; id: string; names: Names; isRetired: boolean } | { kind: 'country'; id: string }
}

/** More than any entity has; the largest whole of the reference data has 26 parts. */
const LIMIT = 500
const orderBy = [{ until: { sort: 'desc', nulls: 'first' } }, { id: 'asc' }] as const
const other = { select: { id: true, nameAr: true, nameEn: true, nameFr: true, retiredAt: true } } as const

/**
 * How an entity stands to others and to countries (`own`), and others to it (`toIt`): what lasts first, then the latest.
 * @throws AppError forbidden
 */
export async function listRelations(
  { db, actor }: Context,
  entityId: string,
): Promise<{ own: RelationListed[]; toIt: RelationListed[] }> {
  authorize(actor, 'taxonomy:edit')
  const [own, toIt] = await Promise.all([
    db.entityRelation.findMany({ where: { entityId }, include: { target: other }, orderBy: [...orderBy], take: LIMIT }),
    db.entityRelation.findMany({
      where: { targetId: entityId },
      include: { entity: other },
      orderBy: [...orderBy],
      take: LIMIT,
    }),
  ])
  return {
    own: own.map(({ target, country, ...relation }) => listed(relation, target, country)),
    toIt: toIt.map(({ entity, ...relation }) => listed(relation, entity, null)),
  }
}

type End = { id: string; nameAr: string | null; nameEn: string | null; nameFr: string | null; retiredAt: Date | null }

function listed(
  { id, kind, office, until }: Omit<RelationListed, 'other'>,
  end: End | null,
  country: string | null,
): RelationListed {
  const said = { id, kind, office, until }
  if (!end) return { ...said, other: { kind: 'country', id: country ?? '' } }
  const names = { ar: end.nameAr, en: end.nameEn, fr: end.nameFr }
  return { ...said, other: { kind: 'entity', id: end.id, names, isRetired: end.retiredAt !== null } }
}
