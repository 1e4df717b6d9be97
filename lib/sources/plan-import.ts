import { FeedAddress } from '#lib/sources/feed-address.ts'
import { isArabicScript } from '#lib/text/direction.ts'
import { foldText } from '#lib/text/fold.ts'

/** A feed that a list names. */
export type ListedFeed = { address: string; title: string | null; site: string | null }
export type KnownSource = {
  id: string
  nameAr: string | null
  nameEn: string | null
  nameFr: string | null
  aliases: string[]
  domains: string[]
}
/** A source that has to be made for its feeds. */
export type NewSource = { nameAr: string | null; nameEn: string | null; domains: string[] }
export type PlannedFeed = { address: string; title: string | null }
/** What an import would do. `sourceId` null: a new source. */
export type ImportPlan = {
  sources: ((
    | { sourceId: string; name: Pick<KnownSource, 'nameAr' | 'nameEn' | 'nameFr'> }
    | { sourceId: null; name: NewSource }
  ) & { feeds: PlannedFeed[] })[]
  /** In the list twice, or here already. */
  duplicates: string[]
  /** Not an address of the web. */
  refused: string[]
}

/** Hosts that carry feeds of many outlets: they say nothing of whose a feed is. */
const PLATFORMS =
  /(?:^|\.)(?:feedburner\.com|feedproxy\.google\.com|news\.google\.com|youtube\.com|blogspot\.com|wordpress\.com|medium\.com|substack\.com|reddit\.com|t\.me|rss\.app|feedblitz\.com|rsshub\.app)$/
/** What stands before a host's own name where it serves feeds. */
const SERVING = /^(?:www\d?|rss|feeds?|xml|m)\./

/**
 * Sorts the feeds of a list to sources: by the site's domain, then by name; feeds of one site or name that nobody knows
 * become one new source.
 * @param taken addresses of feeds that are here
 */
export function planImport(
  listed: readonly ListedFeed[],
  sources: readonly KnownSource[],
  taken: ReadonlySet<string>,
): ImportPlan {
  const plan: ImportPlan = { sources: [], duplicates: [], refused: [] }
  const groups = new Map<string, { source: KnownSource | null; site: string | null; feeds: PlannedFeed[] }>()
  const seen = new Set(taken)
  for (const { address: given, title, site } of listed) {
    const { data: address } = FeedAddress.safeParse(given)
    if (!address) {
      plan.refused.push(given)
      continue
    }
    if (seen.has(address)) {
      plan.duplicates.push(address)
      continue
    }
    seen.add(address)
    const places = [site, address].flatMap((place) => placeOf(place))
    const source = byDomain(sources, places) ?? byName(sources, title)
    const host = places[0]?.host ?? null
    const key = source?.id ?? host ?? foldText(title ?? address)
    const group = groups.get(key) ?? { source, site: host, feeds: [] }
    group.feeds.push({ address, title })
    groups.set(key, group)
  }
  for (const { source, site, feeds } of groups.values()) {
    if (source) {
      const { id: sourceId, nameAr, nameEn, nameFr } = source
      plan.sources.push({ sourceId, name: { nameAr, nameEn, nameFr }, feeds })
    } else {
      const name = nameOf(feeds) ?? site ?? new URL(feeds[0]?.address ?? '').hostname
      const names = isArabicScript(name) ? { nameAr: name, nameEn: null } : { nameAr: null, nameEn: name }
      plan.sources.push({ sourceId: null, name: { ...names, domains: site ? [site] : [] }, feeds })
    }
  }
  return plan
}

type Place = { host: string; path: string }

function placeOf(address: string | null): Place[] {
  const { data } = FeedAddress.safeParse(address ?? '')
  if (!data) return []
  const url = new URL(data)
  return PLATFORMS.test(url.hostname) ? [] : [{ host: url.hostname.replace(SERVING, ''), path: url.pathname }]
}

/** The source whose domain holds one of the places; of two editions on one host, the one with the longer path. */
function byDomain(sources: readonly KnownSource[], places: Place[]): KnownSource | null {
  for (const place of places) {
    const [best] = sources
      .map((source) => ({ source, length: Math.max(0, ...source.domains.map((domain) => heldBy(domain, place))) }))
      .filter(({ length }) => length > 0)
      .sort((a, b) => b.length - a.length)
    if (best) return best.source
  }
  return null
}

/** How much of a domain (`bbc.com/arabic`) a place has in common with it: all of its letters, or 0. */
function heldBy(domain: string, { host, path }: Place): number {
  const [name = '', ...folders] = domain.split('/')
  const isHost = host === name || host.endsWith(`.${name}`)
  return isHost && path.startsWith(`/${folders.join('/')}`) ? domain.length : 0
}

/** «الشروق» and «الشروق - الرياضة» are the source «الشروق». */
function byName(sources: readonly KnownSource[], title: string | null): KnownSource | null {
  const names = [title, firstPart(title)].flatMap((name) => (name ? [foldText(name).trim()] : []))
  for (const name of names) {
    const found = sources.find(({ nameAr, nameEn, nameFr, aliases }) =>
      [nameAr, nameEn, nameFr, ...aliases].some((known) => known && foldText(known).trim() === name),
    )
    if (found) return found
  }
  return null
}

/** What the feeds of a site are called by together: the part before the dash that all share, else the shortest title. */
function nameOf(feeds: readonly PlannedFeed[]): string | null {
  const titles = feeds.flatMap(({ title }) => title ?? [])
  const parts = new Set(titles.map(firstPart))
  const [part] = parts
  if (titles.length > 1 && parts.size === 1 && part) return part
  return titles.sort((a, b) => a.length - b.length)[0] ?? null
}

const firstPart = (title: string | null): string | null => title?.split(/\s+[-–—|:»]\s+/)[0]?.trim() || null
