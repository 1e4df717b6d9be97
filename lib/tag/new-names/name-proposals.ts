import { authorize } from '#lib/access/authorize.ts'
import type { Names } from '#lib/core/article-line.ts'
import type { Context } from '#lib/db/context.ts'
import type { EntityKind } from '#lib/db/generated/enums.ts'
import { CloseNames } from '#lib/tag/names/close-names.ts'
import type { EntityNames } from '#lib/tag/new-names/entity-names.ts'
import type { NewNameListed } from '#lib/tag/new-names/list-new-names.ts'

/** Who a new name may be: entities of close names, with the one that is close; and other new names that may be the same. */
export type NameProposals = {
  entities: { id: string; kind: EntityKind; names: Names; close: string; closeness: number }[]
  others: { id: string; name: string; articles: number; closeness: number }[]
}

/** As many as there are keys for. */
const MOST_ENTITIES = 5
const MOST_OTHERS = 4
/** Of names not yet known only the most frequent are looked among. */
const LOOKED_AMONG = 3000

/** What each of these names may be another spelling of, the closest first. @throws AppError forbidden */
export async function nameProposals(
  { db, actor }: Context,
  names: readonly Pick<NewNameListed, 'id' | 'kind' | 'name'>[],
  entities: readonly EntityNames[],
): Promise<Map<string, NameProposals>> {
  authorize(actor, 'taxonomy:edit')
  if (names.length === 0) return new Map()
  const undecided = await db.seenName.findMany({
    where: { decision: null, articles: { gt: 0 } },
    select: { id: true, kind: true, name: true, articles: true },
    orderBy: [{ articles: 'desc' }, { id: 'asc' }],
    take: LOOKED_AMONG,
  })
  const knownNames = new CloseNames(entities.filter(({ isInUse }) => isInUse))
  const newNames = new CloseNames(undecided.map(({ id, kind, name }) => ({ id, kind, names: [name] })))
  const found = names.map(({ id, kind, name }) => ({
    id,
    known: knownNames.closest(name, kind, MOST_ENTITIES),
    others: newNames.closest(name, kind, MOST_OTHERS + 1).filter((other) => other.id !== id),
  }))
  const rows = await db.entity.findMany({
    where: { id: { in: found.flatMap(({ known }) => known.map(({ id }) => id)) } },
    select: { id: true, kind: true, nameAr: true, nameEn: true, nameFr: true },
  })
  const entityOf = new Map(rows.map((row) => [row.id, row]))
  const articlesOf = new Map(undecided.map(({ id, articles }) => [id, articles]))
  return new Map(
    found.map(({ id, known, others }) => [
      id,
      {
        entities: known.flatMap(({ id, name, closeness }) => {
          const row = entityOf.get(id)
          if (!row) return []
          const { kind, nameAr: ar, nameEn: en, nameFr: fr } = row
          return [{ id, kind, names: { ar, en, fr }, close: name, closeness }]
        }),
        others: others.slice(0, MOST_OTHERS).map((other) => ({ ...other, articles: articlesOf.get(other.id) ?? 0 })),
      },
    ]),
  )
}
