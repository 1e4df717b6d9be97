import { oneLine } from '#lib/read/clean-text.ts'
import { tokensOf, trieSource } from '#lib/read/trie-source.ts'
import { foldText } from '#lib/text/fold.ts'

/** A name in the languages of the desk. */
export type Names = { ar?: string | null; en?: string | null; fr?: string | null }
export type AgencyRow = { id: string; names: Names; aliases?: string[]; country?: string | null; domains?: string[] }
export type SourceRow = {
  slug: string
  kind: string
  names: Names
  aliases?: string[]
  domains?: string[]
  country?: string | null
  language?: string | null
  timeZone?: string | null
}

/** Whom reading can recognise. Plain rows: from files here, from the database in the product. */
export type ReadVocabulary = { agencies: AgencyRow[]; sources: SourceRow[] }

/** The vocabulary arranged for looking up; built once for each vocabulary value. */
export type Lookup = {
  sourceByName: Map<string, SourceRow>
  sourceByDomain: Map<string, SourceRow>
  agencyByName: Map<string, AgencyRow>
  agencyByDomain: Map<string, AgencyRow>
  /** Every folded source name, longest first, for search inside a text; group 1 is the name. */
  sourcePattern: RegExp | null
  agencyPattern: RegExp | null
}

const LOOKUPS = new WeakMap<ReadVocabulary, Lookup>()

/** What an outlet is called before its name: صحيفة الشرق, قناة الميادين. */
const DESCRIPTOR = /^(?:صحيفه|جريده|قناه|شبكه|موقع|مجله|اذاعه|تلفزيون|فضائيه|وكاله انباء|وكاله|the|le|la|les|el)\s+/u

/** Folded form of a name for looking it up: no descriptor, no dots, single spaces. */
export function nameKey(name: string): string {
  return oneLine(foldText(name).replace(/[«»"'“”()[\]]/g, ''))
}

/** The host of an address without `www.`, or null where it is no address. */
export function hostOf(address: string | null | undefined): string | null {
  try {
    return address ? new URL(address).hostname.replace(/^(?:www\d?|m|amp|mobile|arabic|ar)\./, '').toLowerCase() : null
  } catch {
    return null
  }
}

/** The vocabulary arranged for looking up. */
export function lookupOf(vocabulary: ReadVocabulary): Lookup {
  const known = LOOKUPS.get(vocabulary)
  if (known) return known
  const sourceByName = new Map<string, SourceRow>()
  const agencyByName = new Map<string, AgencyRow>()
  const sourceByDomain = new Map<string, SourceRow>()
  const agencyByDomain = new Map<string, AgencyRow>()
  const agencies = [...vocabulary.agencies, ...agenciesAmongSources(vocabulary)]
  // The desk's own sources come last and win an alias that two agencies share.
  for (const agency of agencies) {
    for (const name of [agency.id, ...namesOf(agency)]) agencyByName.set(nameKey(name), agency)
    for (const domain of agency.domains ?? []) agencyByDomain.set(bare(domain), agency)
  }
  for (const source of vocabulary.sources) {
    for (const name of namesOf(source)) {
      const key = nameKey(name)
      for (const form of [key, key.replace(DESCRIPTOR, '')])
        if (form.length >= 3 && !sourceByName.has(form)) sourceByName.set(form, source)
    }
    for (const domain of source.domains ?? []) sourceByDomain.set(bare(domain), source)
  }
  const lookup = {
    sourceByName,
    sourceByDomain,
    agencyByName,
    agencyByDomain,
    sourcePattern: patternOf([...sourceByName.keys()].filter((name) => name.length >= 4)),
    agencyPattern: patternOf([...agencyByName.keys()]),
  }
  LOOKUPS.set(vocabulary, lookup)
  return lookup
}

/** A source that is an agency can stand behind other sources' texts, under its slug. */
function agenciesAmongSources({ agencies, sources }: ReadVocabulary): AgencyRow[] {
  const mainNames = ({ names }: { names: Names }) => namesOf({ names }).map(nameKey)
  const known = new Set(agencies.flatMap(mainNames))
  return sources
    .filter((s) => s.kind === 'agency' && !mainNames(s).some((name) => known.has(name)))
    .map((s) => ({ id: s.slug, names: s.names, aliases: s.aliases ?? [], domains: s.domains ?? [] }))
}

const namesOf = ({ names, aliases }: { names: Names; aliases?: string[] }): string[] =>
  [names.ar, names.en, names.fr, ...(aliases ?? [])].filter((name): name is string => Boolean(name?.trim()))

const bare = (domain: string) => domain.toLowerCase().replace(/^www\./, '')

/** Arabic joins و ف ب ل ك to a name, ل swallows the ا of ال, and initials are written أ ف ب, أ.ف.ب or أف ب. */
function patternOf(names: string[]): RegExp | null {
  if (names.length === 0) return null
  const forms = [...new Set(names)].flatMap((name) => {
    if (/^\p{L}(?:[\s.]+\p{L})+\.?$/u.test(name))
      return [
        name
          .split(/[\s.]+/)
          .filter(Boolean)
          .flatMap((letter, i) => (i === 0 ? [letter] : ['[\\s.]*', letter])),
      ]
    return name.startsWith('ال') && name.length > 5 ? [tokensOf(name), tokensOf(name.slice(2))] : [tokensOf(name)]
  })
  return new RegExp(`(?<![\\p{L}\\p{N}])([وف]?(?:[بلك]|لـ|لل)?)(${trieSource(forms)})(?![\\p{L}\\p{N}])`, 'gu')
}

/**
 * The source's main name in its own language, the one it prints over its door; for languages that the desk does not
 * keep, the Latin one. An outlet that calls itself by its domain (Vietnam.vn) keeps that name in every language.
 */
export function ownName({ names, domains, language, slug }: SourceRow): string {
  const domainName = Object.values(names).find((name) => name && domains?.includes(name.toLowerCase()))
  if (domainName) return domainName
  const own = language === 'ar' || language === 'en' || language === 'fr' ? names[language] : (names.en ?? names.fr)
  return own ?? names.ar ?? names.en ?? names.fr ?? slug
}

/** The source that a host belongs to: itself or the domain above it. */
export function byHost<T>(domains: Map<string, T>, host: string | null): T | undefined {
  for (let name = host ?? ''; name.includes('.'); name = name.slice(name.indexOf('.') + 1)) {
    const found = domains.get(name)
    if (found) return found
  }
  return undefined
}
