import { offsetOf } from '#lib/read/dates/time-zone.ts'

/** ECMA-402's, which the compiler's library does not know yet. */
declare global {
  namespace Intl {
    interface Locale {
      getTimeZones?(): string[] | undefined
    }
  }
}

/** Endings of addresses that say nothing of a country: they are sold for what they spell. */
const SPELLED = new Set('ai am cc co fm gg io la ly me sh st to tv ws'.split(' '))
const KNOWN = new Map<string, string | null>()

/**
 * The time zone a publisher lives in, by its country or else by the ending of its address; null where a country has
 * several. Good for one thing: which calendar day an instant in UTC was there.
 * @param country ISO 3166-1 alpha-2, when known
 */
export function homeZone(country: string | null, address: string | null): string | null {
  const ending =
    address && URL.canParse(address) ? (/\.([a-z]{2})$/.exec(new URL(address).hostname)?.[1] ?? null) : null
  const code = country ?? (ending && !SPELLED.has(ending) ? ending : null)
  if (!code) return null
  const region = code.toUpperCase() === 'UK' ? 'GB' : code.toUpperCase()
  let zone = KNOWN.get(region)
  if (zone === undefined) KNOWN.set(region, (zone = onlyZone(region)))
  return zone
}

/** The zone of a country in which every clock shows the same time, winter and summer. */
function onlyZone(region: string): string | null {
  const zones = new Intl.Locale('und', { region }).getTimeZones?.() ?? []
  const clocks = new Set(zones.map((zone) => `${offsetOf(zone, '2024-01-15')} ${offsetOf(zone, '2024-07-15')}`))
  return clocks.size === 1 ? (zones[0] ?? null) : null
}

/**
 * An ISO instant in UTC told by a zone's clock: the same instant, with the day its publisher would write. Midnight stays:
 * it is a day without a time.
 */
export function atHome(iso: string, zone: string | null): string {
  const offset = zone && iso.endsWith('Z') && !/T00:00(?::00)?Z$/.test(iso) ? offsetOf(zone, iso) : null
  if (!offset || offset === '+00:00') return iso
  const minutes = (offset.startsWith('-') ? -1 : 1) * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6)))
  return new Date(Date.parse(iso) + minutes * 60_000).toISOString().slice(0, 19) + offset
}
