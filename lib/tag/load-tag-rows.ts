import type { Db } from '#lib/db/context.ts'
import { countryRows } from '#lib/tag/country-rows.ts'
import { EntityAliases } from '#lib/tag/entity-aliases.ts'
import { loadModelBytes } from '#lib/tag/learn/load-model.ts'
import { titledNames } from '#lib/tag/titled-names.ts'
import { TopicTerms } from '#lib/tag/topic-terms.ts'
import type { EntityRow, TopicRow, VocabularyRows } from '#lib/tag/vocabulary-rows.ts'

/** The vocabulary as the desk keeps it now, for compile-vocabulary.ts. Retired topics and entities suggest nothing. */
export async function loadTagRows(db: Db): Promise<VocabularyRows> {
  const [topics, entities, bytes, retired] = await Promise.all([
    db.topic.findMany({
      where: { retiredAt: null, NOT: { terms: { equals: [] } } },
      select: { id: true, terms: true },
    }),
    db.entity.findMany({
      where: { retiredAt: null },
      select: {
        id: true,
        kind: true,
        country: true,
        nameAr: true,
        nameEn: true,
        nameFr: true,
        aliases: true,
        titles: true,
      },
    }),
    loadModelBytes(db),
    db.topic.findMany({ where: { retiredAt: { not: null } }, select: { id: true }, orderBy: { id: 'asc' } }),
  ])
  return {
    topics: topics.map(({ id, terms }): TopicRow => {
      const rows = TopicTerms.parse(terms)
      return {
        id,
        terms: rows.filter(({ w }) => w > 0).map(({ t, w }) => ({ text: t, weight: w })),
        except: rows.filter(({ w }) => w === 0).map(({ t }) => t),
      }
    }),
    countries: countryRows(),
    entities: entities.map(({ id, kind, country, nameAr, nameEn, nameFr, aliases, titles }): EntityRow => {
      const { ar, en, fr, ambiguous, except } = EntityAliases.parse(aliases)
      return {
        id,
        names: [nameAr, nameFr, nameEn].filter((name) => name !== null),
        aliases: [...ar, ...fr, ...en, ...titledNames(titles, ambiguous)],
        ambiguous,
        except,
        within: kind === 'place' ? country : null,
      }
    }),
    learned: bytes && { bytes, retired: retired.map(({ id }) => id) },
  }
}
