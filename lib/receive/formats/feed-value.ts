import {
  attribute,
  elementsOf,
  isElement,
  localName,
  markupOf,
  prefixOf,
  textOf,
  wordsOf,
  type XmlElement,
} from '#lib/receive/formats/xml-tree.ts'

/** The words of feeds that mean the same wherever they stand; `core` is every version of RSS, RDF, CDF and Atom. */
export type Vocabulary = 'core' | 'dc' | 'dcterms' | 'content' | 'media' | 'itunes' | 'xhtml' | 'other'

const ADDRESSES: [RegExp, Vocabulary][] = [
  [/purl\.org\/dc\/elements\//i, 'dc'],
  [/purl\.org\/dc\/terms\//i, 'dcterms'],
  [/purl\.org\/rss\/1\.0\/modules\/content/i, 'content'],
  [/search\.yahoo\.com\/mrss|\/mediarss/i, 'media'],
  [/itunes\.(?:apple\.)?com\//i, 'itunes'],
  [/www\.w3\.org\/1999\/xhtml/i, 'xhtml'],
  [
    /www\.w3\.org\/2005\/atom|purl\.org\/atom\/|purl\.org\/net\/rss|purl\.org\/rss\/1\.0\/?$|my\.netscape\.com|channel\.netscape\.com|backend\.userland\.com|blogs\.law\.harvard\.edu\/tech\/rss/i,
    'core',
  ],
]
const PREFIXES: Record<string, Vocabulary> = {
  '': 'core',
  atom: 'core',
  rss: 'core',
  dc: 'dc',
  dcterms: 'dcterms',
  content: 'content',
  media: 'media',
  itunes: 'itunes',
  xhtml: 'xhtml',
}

/** Which vocabulary an element belongs to: by the address its prefix is bound to, else by the usual prefixes. */
export function vocabularyOf(element: XmlElement): Vocabulary {
  const prefix = prefixOf(element.name)
  const key = prefix === '' ? 'xmlns' : `xmlns:${prefix}`
  for (let at: XmlElement | null = element; at; at = parentOf(at)) {
    const address = at.attribs[key]
    if (address === undefined) continue
    // An unprefixed element of an unknown vocabulary still has its usual meaning: feeds invent addresses for their own.
    return ADDRESSES.find(([pattern]) => pattern.test(address))?.[1] ?? (prefix === '' ? 'core' : 'other')
  }
  return PREFIXES[prefix.toLowerCase()] ?? 'other'
}

export const parentOf = (element: XmlElement): XmlElement | null =>
  element.parent && isElement(element.parent as never) ? (element.parent as XmlElement) : null

/** `null`: the element is not there. `html` is markup, `text` is words. */
export type FeedValue = { text: string } | { html: string }

/** Names in Atom whose text is words unless their type says otherwise; elsewhere text may be markup. */
const isAtom = (element: XmlElement): boolean => {
  for (let at: XmlElement | null = element; at; at = parentOf(at))
    if (localName(at).toLowerCase() === 'feed') return true
  return false
}

/** What an element of text holds, by what its `type` and `mode` say: words, escaped markup, markup inside, base64. */
export function feedValue(element: XmlElement): FeedValue {
  const type = (attribute(element, 'type') ?? '').toLowerCase()
  const mode = (attribute(element, 'mode') ?? '').toLowerCase()
  const inside = elementsOf(element)
  if (inside.length > 0) {
    const [only] = inside
    const isWrapped = inside.length === 1 && only && /^(?:div|body|span)$/i.test(localName(only))
    return { html: markupOf(isWrapped && textAround(element) === '' ? only : element).trim() }
  }
  const text = textOf(element).trim()
  if (mode === 'base64' || (mode === '' && isForeign(type) && looksLikeBase64(text))) {
    const plain = fromBase64(text)
    if (plain !== null) return /html|octet|xml/.test(type) || type === '' ? { html: plain } : { text: plain }
  }
  if (/html|xml/.test(type) || mode === 'escaped') return { html: text }
  if (type === 'text' || type === 'text/plain' || type === 'plain' || isAtom(element)) return { text }
  return { html: text }
}

const textAround = (element: XmlElement): string =>
  element.children
    .filter((node) => !isElement(node))
    .map((node) => ('data' in node ? String(node.data) : ''))
    .join('')
    .trim()

/** Words that were never base64 come out as bytes that are no text. */
function fromBase64(text: string): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'base64'))
  } catch {
    return null
  }
}

const isForeign = (type: string): boolean => type.includes('/') && !/^text\/|xml|html/.test(type)
const looksLikeBase64 = (text: string): boolean => text.length > 3 && /^[A-Za-z\d+/\s]+={0,2}$/.test(text)

/** A value as the words of one line: titles carry markup and entities of a second round. */
export const plainOf = (value: FeedValue | null): string | undefined =>
  (value === null ? '' : 'text' in value ? oneLine(value.text) : oneLine(wordsOf(value.html))) || undefined

const oneLine = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\0-\x1f\x7f]/g, '')
    .trim()
