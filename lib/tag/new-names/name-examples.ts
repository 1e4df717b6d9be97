import { authorize } from '#lib/access/authorize.ts'
import type { Context } from '#lib/db/context.ts'
import { nameKey } from '#lib/tag/names/name-key.ts'
import { inContext } from '#lib/tag/new-names/name-in-context.ts'

/** Where a name is seen: the words around it, and the article they are of. */
export type NameExample = {
  articleId: string
  title: string | null
  language: string
  at: Date
  before: string
  quote: string
  after: string
}

const MOST = 3
/** Copies of one text say nothing new; among so many there are hardly only copies. */
const LOOKED_AT = 12

type Row = Pick<NameExample, 'articleId' | 'title' | 'language' | 'at'> & {
  nameId: string
  key: string
  text: string
  start: number
  end: number
  textOf: string
}

/** Up to three sentences for each name, from its newest articles, one from each text. @throws AppError forbidden */
export async function nameExamples({ db, actor }: Context, nameIds: string[]): Promise<Map<string, NameExample[]>> {
  authorize(actor, 'article:read')
  const rows = await db.$queryRaw<Row[]>`
    SELECT n.id AS "nameId", n.key, a.id AS "articleId", a.title, a.language, a.sort_at AS at, s.start, s."end",
      left(a.text, s."end" + 200) AS text, coalesce(a.duplicate_group_id, a.id)::text AS "textOf"
    FROM seen_name n
    CROSS JOIN LATERAL (SELECT * FROM seen_name_article WHERE name_id = n.id ORDER BY article_id DESC LIMIT ${LOOKED_AT}) s
    JOIN article a ON a.id = s.article_id AND a.withdrawn_at IS NULL
    WHERE n.id = ANY(${nameIds}::uuid[]) ORDER BY n.id, a.id DESC`
  const examples = new Map<string, NameExample[]>()
  const told = new Set<string>()
  for (const { nameId, key, text, start, end, textOf, ...article } of rows) {
    const before = examples.get(nameId) ?? []
    // A text that has changed just now is looked at again soon; until then its place is another's.
    if (before.length === MOST || told.has(`${nameId} ${textOf}`) || nameKey(text.slice(start, end)) !== key) continue
    told.add(`${nameId} ${textOf}`)
    examples.set(nameId, [...before, { ...article, ...inContext(text, { start, end }) }])
  }
  return examples
}
