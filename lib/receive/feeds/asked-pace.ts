import { childrenOf, find, findAll, localName, parseXml, prefixOf, textOf } from '#lib/receive/formats/xml-tree.ts'

/** How a feed asks to be polled. Hours are of GMT, days from 0 (Sunday). */
export type AskedPace = { minutes: number | null; skipHours: number[]; skipDays: number[] }

const NOTHING: AskedPace = { minutes: null, skipHours: [], skipDays: [] }
/** Minutes of a period of the syndication module (web.resource.org/rss/1.0/modules/syndication). */
const PERIODS: Record<string, number> = { hourly: 60, daily: 1440, weekly: 10_080, monthly: 43_200, yearly: 525_600 }
const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** What a feed says before its first item: ttl, sy:updatePeriod and sy:updateFrequency, skipHours and skipDays. */
export function askedByFeed(head: string): AskedPace {
  const channel = parseXml(head)
  const root = channel && find(channel, 'channel', 'feed', 'rdf')
  if (!root) return NOTHING
  const own = [root, ...childrenOf(root, 'channel')]
  const word = (name: string, prefix: RegExp): string | undefined => {
    const element = own
      .flatMap((parent) => childrenOf(parent, name))
      .find((child) => prefix.test(prefixOf(child.name)) && localName(child).toLowerCase() === name)
    return element && textOf(element).trim().toLowerCase()
  }
  const ttl = positive(word('ttl', /^$/))
  const period = PERIODS[word('updateperiod', /./) ?? '']
  const frequency = positive(word('updatefrequency', /./)) ?? 1
  const listed = (name: string, entry: string) =>
    own
      .flatMap((parent) => childrenOf(parent, name))
      .flatMap((list) => findAll(list, entry).map((e) => textOf(e).trim()))
  return {
    // Both at once are one wish said twice: the longer one is meant.
    minutes: Math.max(ttl ?? 0, period ? period / frequency : 0) || null,
    // The first versions of RSS counted the hours from 1 to 24.
    skipHours: listed('skiphours', 'hour').flatMap((hour) => (/^\d{1,2}$/.test(hour) ? [Number(hour) % 24] : [])),
    skipDays: listed('skipdays', 'day').flatMap((day) => {
      const index = DAYS.indexOf(day.toLowerCase())
      return index < 0 ? [] : [index]
    }),
  }
}

/** Minutes for which an answer is fresh (RFC 9111): max-age less its age, else Expires. Null where nothing is said. */
export function askedByServer(headers: Record<string, string>, now: Date): number | null {
  const control = headers['cache-control'] ?? ''
  if (/\bno-(?:store|cache)\b/i.test(control)) return null
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,10})/i.exec(control)?.[1]
  if (maxAge !== undefined) return atLeast1(Number(maxAge) - (positive(headers.age) ?? 0))
  const expires = Date.parse(headers.expires ?? '')
  // By the server's own clock where it tells it: a clock that is wrong is wrong in both.
  const sent = Date.parse(headers.date ?? '') || now.getTime()
  return Number.isNaN(expires) ? null : atLeast1((expires - sent) / 1000)
}

/** Minutes after which a server that refused may be asked again: Retry-After in seconds or as a date. */
export function askedByRefusal(headers: Record<string, string>, now: Date): number | null {
  const after = headers['retry-after']?.trim() ?? ''
  if (/^\d{1,10}$/.test(after)) return atLeast1(Number(after))
  const date = Date.parse(after)
  return Number.isNaN(date) ? null : atLeast1((date - now.getTime()) / 1000)
}

const positive = (text: string | undefined): number | undefined =>
  text && /^\d{1,10}$/.test(text) && Number(text) > 0 ? Number(text) : undefined

/** Seconds as whole minutes, null where there is not one of them. */
const atLeast1 = (seconds: number): number | null => (seconds >= 60 ? Math.round(seconds / 60) : null)
