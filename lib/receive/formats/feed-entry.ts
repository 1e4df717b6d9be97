import {
  type FeedValue,
  feedValue,
  parentOf,
  plainOf,
  type Vocabulary,
  vocabularyOf,
} from '#lib/receive/formats/feed-value.ts'
import {
  attribute,
  childrenOf,
  elementsOf,
  find,
  localName,
  parseXml,
  textOf,
  type XmlElement,
} from '#lib/receive/formats/xml-tree.ts'

/** What a feed says of one thing: of itself or of one of its items. Dates as they are written. */
export type FeedWords = {
  title?: string
  link?: string
  id?: string
  published?: string
  updated?: string
  author?: string
  language?: string
  content?: FeedValue
  summary?: FeedValue
}
export type FeedEntry = FeedWords & { feed: FeedWords; sourceTitle?: string }

/** Where each word is found: names in order of trust, each in its vocabulary. */
const TITLE = ['core title', 'dc title', 'media title', 'itunes title']
const ID = ['core id', 'core guid', 'dc identifier']
const PUBLISHED = [
  'core pubdate',
  'core published',
  'core issued',
  'dcterms issued',
  'dc date',
  'core created',
  'dcterms created',
]
const UPDATED = [
  'core updated',
  'core modified',
  'core lastmod',
  'core lastbuilddate',
  'dcterms modified',
  'dc date',
  'core pubdate',
]
const CONTENT = ['core content', 'content encoded', 'xhtml body', 'core body', 'core fullitem', 'core fulltext']
const SUMMARY = [
  'core description',
  'core summary',
  'core abstract',
  'dc description',
  'media description',
  'itunes summary',
]
const AUTHOR = ['core author', 'core managingeditor', 'dc creator', 'dc author', 'itunes author', 'core webmaster']

/**
 * The first item of a feed and the feed's own words, whatever the version: RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, CDF.
 * @param base where the feed was fetched, for addresses that are relative
 * @returns null where there is no feed in the text
 */
export function feedEntry(xml: string, base?: string): { feed: FeedWords; entry: FeedEntry | null } | null {
  const document = parseXml(xml)
  const root = document && find(document, 'rss', 'feed', 'rdf', 'channel', 'item', 'entry')
  if (!root) return null
  const channel = /^(?:feed|channel)$/i.test(localName(root)) ? root : (childrenOf(root, 'channel')[0] ?? root)
  const feed = wordsFrom(channel, undefined, base)
  const item = /^(?:item|entry)$/i.test(localName(root)) ? root : find(root, 'item', 'entry')
  if (!item) return { feed, entry: null }
  const words = wordsFrom(item, feed, base)
  const source = childrenOf(item, 'source')[0]
  const sourceTitle =
    source && (plainOf(first(source, TITLE)) ?? (elementsOf(source).length === 0 ? textOf(source).trim() : ''))
  return { feed, entry: { ...words, feed, ...(sourceTitle ? { sourceTitle } : {}) } }
}

function wordsFrom(element: XmlElement, feed: FeedWords | undefined, base: string | undefined): FeedWords {
  const link = linkOf(element, feed?.link ?? base)
  const words: { [K in keyof FeedWords]: FeedWords[K] | undefined } = {
    title: plainOf(first(element, TITLE)),
    link,
    id: idOf(element, base),
    published: plainOf(first(element, PUBLISHED)),
    updated: plainOf(first(element, UPDATED)) ?? attribute(element, 'lastmod'),
    author: authorOf(element),
    language: languageOf(element),
    content: first(element, CONTENT) ?? undefined,
    summary: first(element, SUMMARY) ?? undefined,
  }
  return Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined)) as FeedWords
}

/** The first of these elements that says anything; of several with one name, the last: a feed corrects itself so. */
function first(element: XmlElement, names: string[]): FeedValue | null {
  for (const candidate of named(element, names)) {
    const value = feedValue(candidate)
    if (plainOf(value) !== undefined || ('html' in value && value.html !== '')) return value
  }
  return null
}

function named(element: XmlElement, names: string[]): XmlElement[] {
  const found = new Map<string, XmlElement[]>()
  for (const child of descend(element)) {
    const key = `${vocabularyOf(child)} ${localName(child).toLowerCase()}` as `${Vocabulary} ${string}`
    if (names.includes(key)) found.set(key, [...(found.get(key) ?? []), child])
  }
  return names.flatMap((name) => found.get(name)?.toReversed() ?? [])
}

/** Children, and those of a `media:group`. */
const descend = (element: XmlElement): XmlElement[] =>
  elementsOf(element).flatMap((child) => (localName(child) === 'group' ? elementsOf(child) : [child]))

/** The identity of a thing; an `id` of Atom that is a relative address is made whole, a number of RSS stays a number. */
function idOf(element: XmlElement, base: string | undefined): string | undefined {
  const id = plainOf(first(element, ID))
  const own = childrenOf(element, 'id')[0]
  if (!own || id === undefined || !id.includes('/')) return id ?? attribute(element, 'about')
  return resolved(id, own, base)
}

function linkOf(element: XmlElement, base: string | undefined): string | undefined {
  const links = childrenOf(element, 'link').filter((link) => vocabularyOf(link) === 'core')
  const stated = links.filter((link) => attribute(link, 'href') && isAlternate(link))
  const isWritten = (link: XmlElement) => !attribute(link, 'href') && textOf(link).trim() !== ''
  if (links.some(isWritten)) {
    // Several links without a word on which is which: the last one, as most readers of feeds take it.
    const last = links.findLast((link) => isWritten(link) || (stated.includes(link) && !link.name.includes(':')))
    if (last) return resolved(attribute(last, 'href') ?? textOf(last).trim(), last, base)
  }
  const page = stated.find((link) => /html/.test(attribute(link, 'type') ?? '')) ?? stated[0]
  if (page) return resolved(attribute(page, 'href') as string, page, base)
  const anchor = childrenOf(element, 'a').find((child) => attribute(child, 'href'))
  const href = attribute(element, 'href') ?? (anchor && attribute(anchor, 'href'))
  if (href) return resolved(href, element, base)
  const guid = childrenOf(element, 'guid')[0]
  const isAddress = guid && (attribute(guid, 'ispermalink') ?? 'true').toLowerCase() !== 'false'
  const id = isAddress ? textOf(guid).trim() : (attribute(element, 'about') ?? '')
  return /^https?:\/\//i.test(id) ? id : undefined
}

const isAlternate = (link: XmlElement): boolean => /^$|alternate$/i.test(attribute(link, 'rel') ?? '')

function resolved(address: string, element: XmlElement, base: string | undefined): string {
  const bases: string[] = []
  for (let at: XmlElement | null = element; at; at = parentOf(at))
    if (at.attribs['xml:base']) bases.push(at.attribs['xml:base'])
  if (base) bases.push(base)
  let full = address
  for (const outer of bases) {
    if (/^[a-z][a-z\d+.-]*:/i.test(full)) break
    full = URL.canParse(full, outer)
      ? new URL(full, outer).href
      : full.startsWith('/')
        ? full
        : outer.replace(/[^/]*$/, '') + full
  }
  return full
}

function authorOf(element: XmlElement): string | undefined {
  const authors = named(element, AUTHOR)
  const best = authors[0] && `${vocabularyOf(authors[0])} ${localName(authors[0])}`
  const names = authors
    .filter((author) => `${vocabularyOf(author)} ${localName(author)}` === best)
    .toReversed()
    .map((author) => {
      const parts = ['name', 'email', 'url', 'uri', 'homepage'].map((part) => childrenOf(author, part)[0])
      const part = parts.find((candidate) => candidate && textOf(candidate).trim() !== '')
      return part ? textOf(part).trim() : personOf(plainOf(feedValue(author)) ?? '')
    })
    .filter((name) => name !== '')
  return [...new Set(names)].join('، ') || undefined
}

/** `ليلى` of `leila@barid.example (ليلى)`; the address where there is nothing else. */
function personOf(text: string): string {
  const address = /[^\s<>()]+@[^\s<>()]+/.exec(text)?.[0]
  if (!address) return text
  const name = text
    .replace(address, '')
    .replace(/[<>()]|&lt;|&gt;|mailto:/g, '')
    .trim()
  return name || address
}

function languageOf(element: XmlElement): string | undefined {
  const said = named(element, ['core language', 'dc language'])[0]
  if (said && textOf(said).trim() !== '') return textOf(said).trim()
  for (let at: XmlElement | null = element; at; at = parentOf(at)) {
    const lang = at.attribs['xml:lang']
    if (lang !== undefined) return lang || undefined
  }
  return undefined
}
