import type { Stated } from '#lib/core/stated.ts'
import { isoOf, nitfStated, paragraphsOf, wordsIn } from '#lib/receive/formats/nitf.ts'
import {
  attribute,
  childrenOf,
  find,
  findAll,
  localName,
  markupOf,
  textOf,
  type XmlElement,
} from '#lib/receive/formats/xml-tree.ts'

/** What an item of NewsML-G2 (`newsItem`) or NewsML 1.x (`NewsItem`) states; `html` is empty where it has no text. */
export function newsItemStated(item: XmlElement): Stated {
  const content = contentOf(item)
  const own: { [K in keyof Stated]: string | undefined } = {
    title: wordsIn(item, 'headline') ?? wordsIn(item, 'title'),
    publishedAt: dateOf(item),
    agency: providerOf(item),
    source: providerOf(item) ?? wordsIn(item, 'copyrightholder'),
    author: wordsIn(item, 'by', 'byline', 'bylinetitle') ?? creatorOf(item),
    language: languageOf(item),
    html: content.html ?? '',
  }
  const stated = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined))
  return { ...content, ...stated } as Stated
}

/** The text of an item, in whatever it is wrapped: NITF, XHTML, or plain words. */
function contentOf(item: XmlElement): Stated {
  const nitf = find(item, 'nitf')
  if (nitf) return nitfStated(nitf)
  for (const inline of findAll(item, 'inlinexml', 'datacontent')) {
    const body = find(inline, 'body.content', 'body', 'article') ?? inline
    if (localName(body).toLowerCase() === 'body.content') return nitfStated(inline)
    if (find(inline, 'p', 'div')) return { html: markupOf(body) }
  }
  for (const inline of findAll(item, 'inlinedata', 'datacontent')) {
    const text = textOf(inline).trim()
    const isHtml = /html/i.test(attribute(inline, 'contenttype') ?? '') || /<\/p>|<br/i.test(text)
    if (text !== '') return { html: isHtml ? text : paragraphsOf(textOf(inline)) }
  }
  return {}
}

/** The version an editor sees is the one published; the first creation stands in where nothing else is said. */
function dateOf(item: XmlElement): string | undefined {
  for (const name of [
    'published',
    'contentmodified',
    'contentcreated',
    'versioncreated',
    'thisrevisioncreated',
    'firstcreated',
    'dateid',
  ]) {
    const date = isoOf(wordsIn(item, name))
    if (date) return date
  }
  return undefined
}

/** The agency: its name in the reader's words, else its code (`nprov:SPA`). */
function providerOf(item: XmlElement): string | undefined {
  for (const provider of findAll(item, 'provider', 'infosource')) {
    const party = childrenOf(provider, 'party')[0] ?? provider
    const name = wordsIn(provider, 'name') ?? attribute(party, 'formalname') ?? attribute(party, 'literal')
    const code = attribute(party, 'qcode')?.replace(/^[^:]*:/, '')
    if (name ?? code) return name ?? code
  }
  return undefined
}

function creatorOf(item: XmlElement): string | undefined {
  const creator = find(item, 'creator')
  return creator && (wordsIn(creator, 'name') ?? attribute(creator, 'literal'))
}

function languageOf(item: XmlElement): string | undefined {
  const tag = find(item, 'language')
  const said = [
    tag && (attribute(tag, 'tag') ?? attribute(tag, 'formalname')),
    ...[item, ...findAll(item, 'inlinexml', 'inlinedata', 'html')].map((element) => attribute(element, 'lang')),
  ]
  return said.find(Boolean)?.slice(0, 2).toLowerCase()
}
