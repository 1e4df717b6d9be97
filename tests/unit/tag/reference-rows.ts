import { readFileSync } from 'node:fs'
import { titledNames } from '#lib/tag/titled-names.ts'
import type { CountryRow, EntityRow, TopicRow, VocabularyRows } from '#lib/tag/vocabulary-rows.ts'

type Languages = Partial<Record<'ar' | 'fr' | 'en', string[]>>
type CountrySeed = Languages & {
  demonyms?: Languages
  capital?: Languages
  metonyms?: Languages
  ambiguous?: string[]
  except?: string[]
}
type EntitySeed = {
  id: string
  kind: string
  country?: string | null
  ar: string
  fr: string
  en: string
  aliases?: Languages
  titles?: string[]
  ambiguous?: string[]
  except?: string[]
}
type TermSeed = string | { t: string; w: number }

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../seeds/reference/${name}`, import.meta.url), 'utf8'))
const all = ({ ar = [], fr = [], en = [] }: Languages = {}): string[] => [...ar, ...fr, ...en]

/** The reference data as rows, as the database gives them. */
export function referenceRows(): VocabularyRows {
  const topics = Object.entries(
    read('topic-terms.json') as Record<string, Partial<Record<'ar' | 'fr' | 'en', TermSeed[]>>>,
  )
  const countries = Object.entries(read('countries.json') as Record<string, CountrySeed>)
  const entities = read('entities.json') as EntitySeed[]
  return {
    topics: topics.map(
      ([id, { ar = [], fr = [], en = [] }]): TopicRow => ({
        id,
        terms: [...ar, ...fr, ...en].map((t) =>
          typeof t === 'string' ? { text: t, weight: 1 } : { text: t.t, weight: t.w },
        ),
      }),
    ),
    countries: countries.map(
      ([id, row]): CountryRow => ({
        id,
        names: all(row),
        demonyms: all(row.demonyms),
        capitals: all(row.capital),
        metonyms: all(row.metonyms),
        ambiguous: row.ambiguous ?? [],
        except: row.except ?? [],
      }),
    ),
    entities: entities.map(
      (row): EntityRow => ({
        id: row.id,
        within: row.kind === 'place' ? (row.country ?? null) : null,
        names: [row.ar, row.fr, row.en].filter(Boolean),
        aliases: [...all(row.aliases), ...titledNames(row.titles ?? [], row.ambiguous ?? [])],
        ambiguous: row.ambiguous ?? [],
        except: row.except ?? [],
      }),
    ),
  }
}
