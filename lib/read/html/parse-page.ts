import { parseHTML } from 'linkedom'

/** A parsed page. Nothing in it runs, nothing is fetched. */
export type Page = { document: Document }

/** Deeper nesting than this is an attack or an accident; parsers and extractors recurse over it. */
const DEEPEST = 400
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|td|tr|th|dt|dd|option)$/i

/** Parses a page or a fragment of one; scripts stay text. */
export function parsePage(html: string): Page {
  const whole = /<(?:html|body|head)[\s>]/i.test(html.slice(0, 20_000))
    ? html
    : `<html><head></head><body>${html}</body></html>`
  const { document } = parseHTML(isTooDeep(whole) ? flattened(whole) : whole)
  return { document: document as unknown as Document }
}

function isTooDeep(html: string): boolean {
  let depth = 0
  for (const [, closing, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/gi)) {
    if (VOID.test(name)) continue
    depth += closing ? -1 : 1
    if (depth > DEEPEST) return true
  }
  return false
}

/** Wrappers go, the text and its paragraphs stay. */
const flattened = (html: string): string =>
  html.replace(/<\/?(?:div|span|section|font|b|i|em|strong|blockquote|table|tbody|ul|ol|center|a)\b[^>]*>/gi, '\n')
