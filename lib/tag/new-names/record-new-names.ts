import { newId } from '#lib/core/id.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { counted, kindOf, NameEvidence, spellingsOf } from '#lib/tag/new-names/name-evidence.ts'
import type { NewName } from '#lib/tag/new-names/new-names-in.ts'
import { recountNames } from '#lib/tag/new-names/recount-new-names.ts'

type Seen = NewName & { articleId: string }
type Row = { id: string; key: string; evidence: unknown }

/**
 * Writes down the new names of articles, as they are now: names that an article has no more are taken off it, and an
 * article is counted once however often this runs. Names are locked in the order of their keys, their batches before
 * them: undoing a batch comes wholly before or wholly after.
 */
export async function recordNewNames(ctx: Context, found: ReadonlyMap<string, readonly NewName[]>): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const articles = await stillHere(tx, [...found.keys()])
    const seen = [...articles.keys()].flatMap((articleId) =>
      (found.get(articleId) ?? []).map((name): Seen => ({ ...name, articleId })),
    )
    const names = await lockedNames(tx, [...articles.keys()], seen)
    const gone = await takeOff(tx, [...articles.keys()], seen, names)
    const fresh = await putOn(tx, seen, names)
    const news = Map.groupBy(
      seen.filter(({ key, articleId }) => fresh.has(`${names.get(key)?.id} ${articleId}`)),
      ({ key }) => key,
    )
    await countIn(
      tx,
      [...news].flatMap(([key, articlesOf]) => {
        const row = names.get(key)
        return row ? [told(row, articlesOf, articles)] : []
      }),
    )
    await recountNames(tx, gone)
  })
}

type Article = { language: string; at: Date }

/** Of articles to which something was done meanwhile, those that are still here; their batches stay as they are until the end. */
async function stillHere({ db }: Context, ids: string[]): Promise<Map<string, Article>> {
  await db.$queryRaw`
    SELECT id FROM batch WHERE id IN (SELECT batch_id FROM article WHERE id = ANY(${ids}::uuid[])) ORDER BY id FOR SHARE`
  const rows = await db.$queryRaw<(Article & { id: string })[]>`
    SELECT id, language, sort_at AS at FROM article WHERE id = ANY(${ids}::uuid[]) AND withdrawn_at IS NULL`
  return new Map(rows.map(({ id, language, at }) => [id, { language, at }]))
}

/** The rows of these names, and of those that the articles had before; new ones begin with nothing counted. */
async function lockedNames({ db, now }: Context, articleIds: string[], seen: Seen[]): Promise<Map<string, Row>> {
  const named = [...new Map(seen.map((name) => [name.key, name])).values()]
  const rows = named.map(({ key, kind, quote }) => ({ id: newId(), key, kind, name: quote }))
  await db.$executeRaw`
    INSERT INTO seen_name (id, key, kind, name, first_at, last_at)
    SELECT id, key, kind, name, ${now()}, ${now()}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id uuid, key text, kind entity_kind, name text)
    ORDER BY key ON CONFLICT (key) DO NOTHING`
  const locked = await db.$queryRaw<Row[]>`
    SELECT id, key, evidence FROM seen_name
    WHERE key = ANY(${named.map(({ key }) => key)}::text[])
       OR id IN (SELECT name_id FROM seen_name_article WHERE article_id = ANY(${articleIds}::uuid[]))
    ORDER BY key FOR UPDATE`
  return new Map(locked.map((row) => [row.key, row]))
}

/** What the articles do not have any more. @returns the names concerned */
async function takeOff({ db }: Context, articleIds: string[], seen: Seen[], names: ReadonlyMap<string, Row>) {
  const kept = seen.map(({ key, articleId }) => `${names.get(key)?.id} ${articleId}`)
  const gone = await db.$queryRaw<{ nameId: string }[]>`
    DELETE FROM seen_name_article
    WHERE article_id = ANY(${articleIds}::uuid[]) AND NOT (name_id || ' ' || article_id = ANY(${kept}::text[]))
    RETURNING name_id AS "nameId"`
  return [...new Set(gone.map(({ nameId }) => nameId))]
}

/** @returns which names are new to which articles: both identifiers */
async function putOn({ db }: Context, seen: Seen[], names: ReadonlyMap<string, Row>): Promise<Set<string>> {
  const rows = seen.map(({ key, articleId, start, end }) => ({
    name: names.get(key)?.id,
    article: articleId,
    start,
    end,
  }))
  const put = await db.$queryRaw<{ place: string; isNew: boolean }[]>`
    INSERT INTO seen_name_article (name_id, article_id, start, "end")
    SELECT name, article, start, "end"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(name uuid, article uuid, start int, "end" int)
    ORDER BY name, article
    ON CONFLICT (name_id, article_id) DO UPDATE SET start = excluded.start, "end" = excluded."end"
    RETURNING name_id || ' ' || article_id AS place, xmax = 0 AS "isNew"`
  return new Set(put.filter(({ isNew }) => isNew).map(({ place }) => place))
}

/** What a name's row says with these articles counted in. */
function told({ id, evidence }: Row, seen: Seen[], articles: ReadonlyMap<string, Article>) {
  const all = seen.reduce(
    (sum, name) => counted(sum, name, articles.get(name.articleId)?.language ?? 'und'),
    NameEvidence.parse(evidence),
  )
  const times = seen.flatMap(({ articleId }) => articles.get(articleId)?.at.getTime() ?? [])
  return {
    id,
    name: spellingsOf(all)[0],
    kind: kindOf(all),
    evidence: all,
    articles: seen.length,
    first: new Date(Math.min(...times)),
    last: new Date(Math.max(...times)),
  }
}

async function countIn({ db }: Context, rows: ReturnType<typeof told>[]): Promise<void> {
  await db.$executeRaw`
    UPDATE seen_name n SET name = r.name, kind = r.kind, evidence = r.evidence, articles = n.articles + r.articles,
      first_at = CASE WHEN n.articles = 0 THEN r.first ELSE least(n.first_at, r.first) END,
      last_at = CASE WHEN n.articles = 0 THEN r.last ELSE greatest(n.last_at, r.last) END
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r(id uuid, name text, kind entity_kind, evidence jsonb, articles int, first timestamptz, last timestamptz)
    WHERE n.id = r.id`
}
