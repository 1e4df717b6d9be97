import type { Stated } from '#lib/core/stated.ts'
import { statedOf } from '#lib/receive/stated-of.ts'

type Json = Record<string, unknown>

/** Whether these are the keys of a ninjs item (IPTC, 1.x to 3.x): an identity, and a text in one of its forms. */
export const isNinjs = (keys: readonly string[]): boolean =>
  keys.includes('uri') && keys.some((key) => /^(?:bodies|body_?(?:xhtml|html|text|plain)|headlines)$/i.test(key))

/** What a ninjs item states; null where it holds no text (a picture, a package). */
export function ninjsStated(item: Json): Stated | null {
  const written = (...keys: string[]) => keys.map((key) => word(item[key])).find((value) => value !== undefined)
  const bodies = list(item.bodies)
  const body = (kind: RegExp) =>
    word(bodies.find((one) => kind.test(word(one.contenttype ?? one.contentType ?? one.role) ?? ''))?.value)
  const places: { [field: string]: string | undefined } = {
    title: written('headline') ?? main(list(item.headlines)),
    html: written('body_xhtml', 'body_html') ?? body(/html/),
    text: written('body_text', 'body_plain') ?? body(/plain|text/) ?? word(bodies[0]?.value),
    publishedAt: written(
      'firstpublished',
      'firstPublished',
      'versioncreated',
      'versionCreated',
      'firstcreated',
      'contentcreated',
      'contentCreated',
    ),
    author: written('byline', 'by') ?? names(list(item.creators)),
    agency:
      names(list(item.infosources).filter((one) => /provider|distributor|agency/i.test(word(one.role) ?? ''))) ??
      written('provider'),
    source: names(list(item.infosources)) ?? written('source', 'provider', 'copyrightholder', 'copyrightHolder'),
    language: written('language')?.slice(0, 2).toLowerCase(),
    address: written('canonicalurl') ?? written('uri'),
  }
  return statedOf((field) => places[field])
}

const list = (value: unknown): Json[] =>
  Array.isArray(value) ? value.filter((one): one is Json => typeof one === 'object' && one !== null) : []

const main = (headlines: Json[]): string | undefined =>
  word((headlines.find((one) => word(one.role) === 'main') ?? headlines[0])?.value)

const names = (people: Json[]): string | undefined =>
  people
    .map((one) => word(one.name))
    .filter(Boolean)
    .join('، ') || undefined

const word = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
