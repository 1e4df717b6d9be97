import { readFile } from 'node:fs/promises'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { loadRelations, type RelationSeed } from '#seeds/reference/load-relations.ts'
import { loadSources, type SourceSeed } from '#seeds/reference/load-sources.ts'

type Languages<T> = Partial<Record<'ar' | 'fr' | 'en', T[]>>
type TopicSeed = {
  id: string
  parent: string | null
  en: string
  ar: string
  definition?: string
  wikidata: string | null
}
type TermSeed = string | { t: string; w: number }
type TermsSeed = Languages<TermSeed> & { except?: string[] }
type EntitySeed = {
  id: string
  kind: string
  ar?: string
  en?: string
  fr?: string
  aliases?: Languages<string>
  ambiguous?: string[]
  except?: string[]
  titles?: string[]
  relations?: RelationSeed[]
  country?: string | null
  wikidata?: string | null
}

/**
 * Brings the reference data of this folder into the database: topics with their terms, entities with
 * their relations, sources. Safe to run
 * at every start. A row is left alone once the audit log has an event about it: from then on it is a person's. Others
 * follow the files, and rows that agree with them are not written.
 * @returns how many rows were added or changed
 */
export async function loadReference(ctx: Context): Promise<number> {
  const [topics, terms, entities, sources] = await Promise.all([
    text('topics.jsonl').then((lines) => lines.split('\n').filter(Boolean).map((line) => JSON.parse(line) as TopicSeed)),
    json<Record<string, TermsSeed>>('topic-terms.json'),
    json<EntitySeed[]>('entities.json'),
    json<SourceSeed[]>('sources.json'),
  ])
  return inTransaction(ctx, async (tx) => {
    const rows = topics.map((topic) => ({ ...topic, terms: termsOf(terms[topic.id]) }))
    return (
      (await loadTopics(tx, rows)) +
      (await loadEntities(tx, entities)) +
      (await loadRelations(tx, entities)) +
      (await loadSources(tx, sources))
    )
  })
}

const text = (name: string) => readFile(new URL(name, import.meta.url), 'utf8')
const json = async <T>(name: string): Promise<T> => JSON.parse(await text(name)) as T

/** Weight 0 marks a phrase that holds a term and means something else (lib/tag/topic-terms.ts). */
function termsOf({ except = [], ...languages }: TermsSeed = {}) {
  const terms = Object.entries(languages).flatMap(([language, list]) =>
    list.map((term) => ({ ...(typeof term === 'string' ? { t: term, w: 1 } : { t: term.t, w: term.w }), language })),
  )
  return [...terms, ...except.map((t) => ({ t, w: 0, language: 'und' }))]
}

/** IPTC retires topics between releases: what the file has no more is retired here too. */
async function loadTopics({ db, now }: Context, topics: (TopicSeed & { terms: unknown })[]): Promise<number> {
  const rows = JSON.stringify(topics)
  const written = await db.$executeRaw`
    INSERT INTO topic AS t (id, parent_id, label_ar, label_en, definition_ar, wikidata, terms)
    SELECT id, parent, ar, en, definition, wikidata, terms
    FROM jsonb_to_recordset(${rows}::jsonb)
      AS r(id text, parent text, ar text, en text, definition text, wikidata text, terms jsonb)
    ON CONFLICT (id) DO UPDATE SET parent_id = excluded.parent_id, label_ar = excluded.label_ar,
      label_en = excluded.label_en, definition_ar = excluded.definition_ar, wikidata = excluded.wikidata,
      terms = excluded.terms, updated_at = ${now()}
    WHERE (t.parent_id, t.label_ar, t.label_en, t.definition_ar, t.wikidata, t.terms) IS DISTINCT FROM
        (excluded.parent_id, excluded.label_ar, excluded.label_en, excluded.definition_ar, excluded.wikidata,
          excluded.terms)
      AND NOT EXISTS (SELECT FROM audit_event e WHERE e.subject_type = 'topic' AND e.subject_id = t.id)`
  const retired = await db.$executeRaw`
    UPDATE topic t SET retired_at = ${now()}
    WHERE t.id LIKE 'medtop:%' AND t.retired_at IS NULL AND NOT t.id = ANY(${topics.map((topic) => topic.id)})
      AND NOT EXISTS (SELECT FROM audit_event e WHERE e.subject_type = 'topic' AND e.subject_id = t.id)`
  return written + retired
}

async function loadEntities({ db, now }: Context, entities: EntitySeed[]): Promise<number> {
  const rows = JSON.stringify(
    entities.map(({ aliases = {}, ambiguous, except, titles = [], ...entity }) => ({
      ...entity,
      titles,
      aliases: { ...aliases, ...(ambiguous ? { ambiguous } : {}), ...(except ? { except } : {}) },
    })),
  )
  return db.$executeRaw`
    INSERT INTO entity AS t (id, kind, name_ar, name_en, name_fr, aliases, titles, country, wikidata, updated_at)
    SELECT id, kind::entity_kind, ar, en, fr, aliases, titles, country, wikidata, ${now()}
    FROM jsonb_to_recordset(${rows}::jsonb)
      AS r(id text, kind text, ar text, en text, fr text, aliases jsonb, titles text[], country char(2), wikidata text)
    ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, name_ar = excluded.name_ar, name_en = excluded.name_en,
      name_fr = excluded.name_fr, aliases = excluded.aliases, titles = excluded.titles, country = excluded.country,
      wikidata = excluded.wikidata, updated_at = excluded.updated_at
    WHERE (t.kind, t.name_ar, t.name_en, t.name_fr, t.aliases, t.titles, t.country, t.wikidata) IS DISTINCT FROM
        (excluded.kind, excluded.name_ar, excluded.name_en, excluded.name_fr, excluded.aliases, excluded.titles,
          excluded.country, excluded.wikidata)
      AND NOT EXISTS (SELECT FROM audit_event e WHERE e.subject_type = 'entity' AND e.subject_id = t.id)`
}
