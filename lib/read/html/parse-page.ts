import { Parser } from 'htmlparser2'
import { type Page, type PageElement, UNREAD } from '#lib/read/html/page.ts'

/** More tags, start and end, are no page of an article: what is in them is read as lines. */
const MOST_TAGS = 60_000

/** Parses a page or a fragment of one. Nothing in it runs, nothing is fetched. */
export function parsePage(html: string): Page {
  return hasTooManyTags(html) ? parsed(withoutTags(html)) : parsed(html)
}

function hasTooManyTags(html: string): boolean {
  let tags = 0
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) if (++tags > MOST_TAGS) return true
  return false
}

function parsed(html: string): Page {
  const root: PageElement = { tag: 'html', attributes: {}, parent: null, at: 0, end: 0 }
  const nodes: Page['nodes'] = [root]
  const elements: PageElement[] = [root]
  let body: PageElement | null = null
  let open = root
  /** The text before goes on: no tag stood between. */
  let goesOn = false
  const parser = new Parser({
    onopentag(tag, attributes) {
      goesOn = false
      if (tag === 'html') {
        root.attributes = { ...attributes, ...root.attributes }
        return
      }
      if (tag === 'body' && body) return
      const element: PageElement = { tag, attributes, parent: open, at: nodes.length, end: 0 }
      nodes.push(element)
      elements.push(element)
      open = element
      if (tag === 'body') body = element
    },
    onclosetag(tag) {
      goesOn = false
      // What stands after `</body>` is part of it, as in a browser.
      if (tag === 'html' || tag === 'body') return
      open.end = nodes.length
      if (open.parent) open = open.parent
    },
    ontext(data) {
      const last = nodes.length - 1
      if (goesOn) nodes[last] = (nodes[last] as string) + data
      else nodes.push(data)
      goesOn = true
    },
  })
  parser.end(html)
  for (let at: PageElement | null = open; at; at = at.parent) at.end = nodes.length
  return { nodes, elements, body: body ?? root, lettersBefore: countLetters(nodes) }
}

function countLetters(nodes: Page['nodes']): Uint32Array {
  const before = new Uint32Array(nodes.length + 1)
  let unreadUntil = 0
  for (const [i, node] of nodes.entries()) {
    const sum = before[i] as number
    if (typeof node === 'string') before[i + 1] = i < unreadUntil ? sum : sum + node.trim().length
    else {
      before[i + 1] = sum
      if (UNREAD.has(node.tag) && node.end > unreadUntil) unreadUntil = node.end
    }
  }
  return before
}

const withoutTags = (html: string): string =>
  html
    .replace(/<(script|style)(?![\w-])[^<>]*>[^<]*(?:<(?!\/?(?:script|style))[^<]*)*<\/\1>/gi, '\n')
    .replace(/<[^<>]*>?/g, '<br>')
    .replace(/(?:<br>\s*)+/g, '<br>')
