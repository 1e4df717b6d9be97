import { authorize } from '#lib/access/authorize.ts'
import type { Context } from '#lib/db/context.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import type { EntityKind } from '#lib/db/generated/enums.ts'
import { nameKey } from '#lib/tag/names/name-key.ts'
import type { EntityNames } from '#lib/tag/new-names/entity-names.ts'
import { languageOf, NameEvidence, spellingsOf } from '#lib/tag/new-names/name-evidence.ts'

/** A name seen in articles that no entity has. */
export type NewNameListed = {
  id: string
  kind: EntityKind
  name: string
  language: 'ar' | 'en' | 'fr'
  /** Other ways it is written, the most frequent first. */
  otherSpellings: string[]
  articles: number
  /** In how many of them a title or an office stands before it. */
  titled: number
  firstAt: Date
  lastAt: Date
}

/** The place after which a page goes on. */
export type NewNameCursor = Pick<NewNameListed, 'articles' | 'id'>
export type NewNameFilter = { q?: string | undefined; kind?: EntityKind | undefined }

/** One article may have misspelt it, or name it once and for all. */
const SEEN_OFTEN = 2
/** More is not counted. */
const MOST_COUNTED = 1000

/** Names seen often that no entity has and nobody has decided on, the most frequent first. @throws AppError forbidden */
export async function listNewNames(
  { db, actor }: Context,
  { after, limit, ...filter }: NewNameFilter & { after?: NewNameCursor | undefined; limit: number },
  entities: readonly EntityNames[],
): Promise<NewNameListed[]> {
  authorize(actor, 'taxonomy:edit')
  const beyond = after
    ? Prisma.sql`AND articles <= ${after.articles} AND (articles < ${after.articles} OR id > ${after.id}::uuid)`
    : Prisma.empty
  const rows = await db.$queryRaw<
    (Omit<NewNameListed, 'language' | 'otherSpellings' | 'titled'> & { evidence: unknown })[]
  >`
    SELECT id, kind, name, evidence, articles, first_at AS "firstAt", last_at AS "lastAt" FROM seen_name
    WHERE ${isOpen(entities, filter)} ${beyond}
    ORDER BY articles DESC, id LIMIT ${limit}`
  return rows.map(({ evidence, ...row }) => {
    const parsed = NameEvidence.parse(evidence)
    return {
      ...row,
      language: languageOf(row.name, parsed),
      otherSpellings: spellingsOf(parsed).filter((spelling) => spelling !== row.name),
      titled: parsed.titles,
    }
  })
}

/** How many there are, of the first thousand. @throws AppError forbidden */
export async function countNewNames(
  { db, actor }: Context,
  filter: NewNameFilter,
  entities: readonly EntityNames[],
): Promise<number> {
  authorize(actor, 'taxonomy:edit')
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count
    FROM (SELECT 1 FROM seen_name WHERE ${isOpen(entities, filter)} LIMIT ${MOST_COUNTED}) n`
  return row?.count ?? 0
}

/** What was seen before somebody added it is nothing to ask about. */
function isOpen(entities: readonly EntityNames[], { q, kind }: NewNameFilter): Prisma.Sql {
  const known = [...new Set(entities.flatMap(({ names }) => names.map(nameKey)))]
  return Prisma.sql`decision IS NULL AND articles >= ${SEEN_OFTEN} AND key <> ALL(${known}::text[])
    ${kind ? Prisma.sql`AND kind = ${kind}::entity_kind` : Prisma.empty}
    ${q ? Prisma.sql`AND strpos(key, ${nameKey(q)}) > 0` : Prisma.empty}`
}
