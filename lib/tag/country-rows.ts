import type { CountryRow } from '#lib/tag/vocabulary-rows.ts'
import countries from '#seeds/reference/countries.json' with { type: 'json' }

type Languages = { ar?: string[]; fr?: string[]; en?: string[] }
type Country = Languages & {
  demonyms?: Languages
  capital?: Languages
  metonyms?: Languages
  ambiguous?: string[]
  except?: string[]
}

const all = ({ ar = [], fr = [], en = [] }: Languages = {}): string[] => [...ar, ...fr, ...en]

/** Countries are ISO 3166-1, not rows of the database: nobody edits them. */
export const countryRows = (): CountryRow[] =>
  Object.entries(countries as Record<string, Country>).map(([id, row]) => ({
    id,
    names: all(row),
    demonyms: all(row.demonyms),
    capitals: all(row.capital),
    metonyms: all(row.metonyms),
    ambiguous: row.ambiguous ?? [],
    except: row.except ?? [],
  }))
