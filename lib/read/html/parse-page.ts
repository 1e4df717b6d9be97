import { parseHTML } from 'linkedom'

/** A parsed page. Nothing in it runs, nothing is fetched. */
export type Page = { document: Document }

/** Deeper nesting than this is an attack or an accident; extractors recurse over it. */
const DEEPEST = 400
/** Sum of the depths of all nodes: what extractors pay, who ask every wrapper for its text. Heavy real pages have a half. */
const MOST_WORK = 1_000_000
/** More tags, start and end, are no page of an article: what is in them is read as lines. */
const MOST_TAGS = 60_000

/** Parses a page or a fragment of one; scripts stay text. */
export function parsePage(html: string): Page {
  const whole = /<(?:html|body|head)[\s>]/i.test(html.slice(0, 20_000))
    ? html
    : `<html><head></head><body>${html}</body></html>`
  const given = hasTooManyTags(whole) ? null : parsed(whole)
  if (given && !isTooDeep(given)) return { document: given }
  // Wrappers go first, so that an accident keeps its headline and paragraphs; an attack becomes lines.
  const flat = given && parsed(withoutWrappers(whole))
  if (flat && !isTooDeep(flat)) return { document: flat }
  return { document: parsed(`<html><head></head><body>${withoutTags(whole)}</body></html>`) }
}

const parsed = (html: string): Document => parseHTML(html).document as unknown as Document

function hasTooManyTags(html: string): boolean {
  let tags = 0
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) if (++tags > MOST_TAGS) return true
  return false
}

/** Too deep, or too much at a depth. Walks without recursion: the depth is what is in doubt. */
function isTooDeep(document: Document): boolean {
  const root: Node = document.documentElement
  let depth = 0
  let work = 0
  let node: Node = root
  for (;;) {
    work += depth
    if (work > MOST_WORK) return true
    if (node.firstChild) {
      node = node.firstChild
      if (++depth > DEEPEST) return true
      continue
    }
    while (node !== root && !node.nextSibling) {
      node = node.parentNode as Node
      depth--
    }
    if (node === root) return false
    node = node.nextSibling as Node
  }
}

const withoutWrappers = (html: string): string =>
  html.replace(
    /<\/?(?:div|span|section|font|b|i|em|strong|blockquote|table|tbody|ul|ol|center|a)(?![\w-])[^<>]*>/gi,
    '\n',
  )

const withoutTags = (html: string): string =>
  html
    .replace(/<(script|style)(?![\w-])[^<>]*>[^<]*(?:<(?!\/?(?:script|style))[^<]*)*<\/\1>/gi, '\n')
    .replace(/<[^<>]*>?/g, '<br>')
    .replace(/(?:<br>\s*)+/g, '<br>')
