import { newId } from '#lib/core/id.ts'
import type { Context } from '#lib/db/context.ts'

export type SourceSeed = {
  slug: string
  kind: string
  names: { ar?: string | null; en?: string | null; fr?: string | null }
  aliases?: string[]
  domains?: string[]
  country?: string | null
  language?: string | null
  timeZone?: string | null
}

/** Adds outlets, or brings them up to date; those that a person changed are left alone. @returns rows written */
export async function loadSources({ db, now }: Context, sources: SourceSeed[]): Promise<number> {
  const rows = JSON.stringify(
    sources.map(({ names, aliases = [], domains = [], ...source }) => ({
      ...source,
      ...names,
      aliases,
      domains,
      id: newId(),
    })),
  )
  return db.$executeRaw`
    INSERT INTO source AS t
      (id, slug, kind, name_ar, name_en, name_fr, aliases, domains, country, language, time_zone, updated_at)
    SELECT id, slug, kind::source_kind, ar, en, fr, aliases, domains, country, language, "timeZone", ${now()}
    FROM jsonb_to_recordset(${rows}::jsonb) AS r(id uuid, slug text, kind text, ar text, en text, fr text,
      aliases text[], domains text[], country char(2), language text, "timeZone" text)
    ON CONFLICT (slug) DO UPDATE SET kind = excluded.kind, name_ar = excluded.name_ar, name_en = excluded.name_en,
      name_fr = excluded.name_fr, aliases = excluded.aliases, domains = excluded.domains, country = excluded.country,
      language = excluded.language, time_zone = excluded.time_zone, updated_at = excluded.updated_at
    WHERE (t.kind, t.name_ar, t.name_en, t.name_fr, t.aliases, t.domains, t.country, t.language, t.time_zone)
        IS DISTINCT FROM (excluded.kind, excluded.name_ar, excluded.name_en, excluded.name_fr, excluded.aliases,
        excluded.domains, excluded.country, excluded.language, excluded.time_zone)
      AND NOT EXISTS (SELECT FROM audit_event e WHERE e.subject_type = 'source' AND e.subject_id = t.id::text)`
}
