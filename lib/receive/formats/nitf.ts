import type { Stated } from '#lib/core/stated.ts'
import {
  attribute,
  elementsOf,
  escapeXml,
  find,
  findAll,
  isElement,
  localName,
  markupOf,
  textOf,
  type XmlElement,
} from '#lib/receive/formats/xml-tree.ts'

/** What is no text of the article: pictures with their metadata, and notes to the desks. */
const ASIDE = new Set(['media', 'media-metadata', 'ednote', 'note', 'correction', 'tagline', 'body.end'])

/** What a NITF document (IPTC, 3.x) states; `html` is empty where it has no text. */
export function nitfStated(nitf: XmlElement): Stated {
  const content = find(nitf, 'body.content') ?? find(nitf, 'block') ?? find(nitf, 'body')
  const head = find(nitf, 'body.head')
  const distributor = head && wordsIn(head, 'distributor')
  const publication = find(nitf, 'pubdata')
  const holder = find(nitf, 'doc.copyright')
  const stated: { [K in keyof Stated]: string | undefined } = {
    title:
      (head && (wordsIn(head, 'hl1') ?? wordsIn(head, 'hedline'))) ?? wordsIn(nitf, 'hl1') ?? wordsIn(nitf, 'title'),
    html: content ? content.children.map((node) => (isElement(node) ? blockOf(node) : textNode(node))).join('') : '',
    publishedAt: dateOf(nitf) ?? (publication && isoOf(attribute(publication, 'date.publication'))),
    source: (publication && attribute(publication, 'name')) ?? distributor ?? (holder && attribute(holder, 'holder')),
    agency: distributor,
    author: head && wordsIn(head, 'byline', 'byttl'),
    language: languageOf(nitf),
    address: undefined,
  }
  return Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined)) as Stated
}

function blockOf(element: XmlElement): string {
  const name = localName(element).toLowerCase()
  if (ASIDE.has(name)) return ''
  if (name === 'block') return elementsOf(element).map(blockOf).join('\n')
  if (name === 'hl1' || name === 'hl2') return `<h2>${markupOf(element)}</h2>`
  if (name === 'bq') return `<blockquote>${markupOf(element)}</blockquote>`
  return `<${name}>${markupOf(element)}</${name}>`
}

const textNode = (node: object): string =>
  'data' in node && 'type' in node && node.type !== 'comment' ? String(node.data) : ''

function dateOf(nitf: XmlElement): string | undefined {
  for (const name of ['date.issue', 'date.release', 'story.date']) {
    const element = find(nitf, name)
    const date = element && isoOf(attribute(element, 'norm'))
    if (date) return date
  }
  return undefined
}

/** `20261111T090000+0100`, as agencies write instants, in the form with dashes and colons. */
export function isoOf(written: string | undefined): string | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)?)?$/.exec(written ?? '')
  if (!parts) return written
  const [, year, month, day, hour, minute, second = '00', zone = ''] = parts
  const day8601 = `${year}-${month}-${day}`
  return hour ? `${day8601}T${hour}:${minute}:${second}${zone.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2')}` : day8601
}

const languageOf = (nitf: XmlElement): string | undefined => {
  const said = [nitf, ...findAll(nitf, 'body', 'body.content')].map((element) => attribute(element, 'lang'))
  return said.find(Boolean)?.slice(0, 2).toLowerCase()
}

/** The words of the first such element that has any. */
export function wordsIn(parent: XmlElement, ...names: string[]): string | undefined {
  for (const element of findAll(parent, ...names)) {
    const words = textOf(element).replace(/\s+/g, ' ').trim()
    if (words !== '') return words
  }
  return undefined
}

/** Plain text of an agency: paragraphs by empty or indented lines. */
export const paragraphsOf = (text: string): string =>
  text
    .split(/\n\s*\n|\n(?=[\t ]{2,})/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p>${escapeXml(paragraph)}</p>`)
    .join('\n')
