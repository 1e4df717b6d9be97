import { authorize } from '#lib/access/authorize.ts'
import type { Names } from '#lib/core/article-line.ts'
import type { Context } from '#lib/db/context.ts'
import { findNamed } from '#lib/text/find-named.ts'

/** Sources one of whose names, spellings or domains has these words, by name. @throws AppError forbidden */
export async function findSources(
  { db, actor }: Context,
  q: string,
  { limit, locale }: { limit: number; locale: string },
): Promise<{ id: string; names: Names }[]> {
  authorize(actor, 'article:read')
  const sources = await db.source.findMany({
    select: { id: true, nameAr: true, nameEn: true, nameFr: true, aliases: true, domains: true },
  })
  const rows = sources.map(({ id, nameAr, nameEn, nameFr, aliases, domains }) => ({
    id,
    names: [nameAr, nameEn, nameFr, ...aliases, ...domains],
  }))
  const { ids } = findNamed(rows, { q, limit, locale })
  const byId = new Map(sources.map((source) => [source.id, source]))
  return ids.flatMap((id) => {
    const source = byId.get(id)
    return source ? [{ id, names: { ar: source.nameAr, en: source.nameEn, fr: source.nameFr } }] : []
  })
}
