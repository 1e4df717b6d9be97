import { attribute, find, findAll, parseXml, textOf } from '#lib/receive/formats/xml-tree.ts'
import { ProblemError } from '#lib/receive/item.ts'

/** A feed as a list names it. */
export type OpmlFeed = {
  address: string
  title: string | null
  /** The site it belongs to. */
  site: string | null
}
export type Opml = { title: string | null; feeds: OpmlFeed[] }

/**
 * The feeds of an OPML list of any version, in order: every outline with an address, however deep, whatever it says of
 * its type. Categories are left, and lists that it only links to.
 * @throws ProblemError opml-none, xml-deep
 */
export function parseOpml(text: string): Opml {
  const document = parseXml(text)
  if (!document) throw new ProblemError({ key: 'xml-deep' })
  if (!find(document, 'opml')) throw new ProblemError({ key: 'opml-none' })
  const head = find(document, 'head')
  const title = head && find(head, 'title')
  return {
    title: (title && tidy(textOf(title))) || null,
    feeds: findAll(document, 'outline').flatMap((outline) => {
      const address = attribute(outline, 'xmlurl')
      if (!address || LISTS.test(attribute(outline, 'type') ?? '')) return []
      const name = tidy(attribute(outline, 'text') ?? '') || tidy(attribute(outline, 'title') ?? '')
      return [{ address, title: name || null, site: attribute(outline, 'htmlurl') ?? null }]
    }),
  }
}

/** Types of outlines that lead to other lists. */
const LISTS = /^(?:source|include)$/i

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 200)
