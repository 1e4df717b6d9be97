import type { Db } from '#lib/db/context.ts'
import type { AgencyRow, ReadVocabulary, SourceRow } from '#lib/read/vocabulary.ts'
import agencies from '#seeds/reference/agencies.json' with { type: 'json' }

/** Whom reading can recognise, as the desk keeps its sources now. Load it once a batch of documents, not once each. */
export async function loadReadVocabulary(db: Db): Promise<ReadVocabulary> {
  const sources = await db.source.findMany({ orderBy: { slug: 'asc' } })
  return {
    agencies: agencies as AgencyRow[],
    sources: sources.map(
      ({ nameAr, nameEn, nameFr, slug, kind, aliases, domains, country, language, timeZone }): SourceRow => ({
        slug,
        kind,
        names: { ar: nameAr, en: nameEn, fr: nameFr },
        aliases,
        domains,
        country,
        language,
        timeZone,
      }),
    ),
  }
}
