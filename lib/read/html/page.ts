/** An element of a page. What is inside it stands in the page's nodes between `at` and `end`. */
export type PageElement = {
  /** Lower case. */
  tag: string
  attributes: Record<string, string>
  parent: PageElement | null
  /** Its place in the page's nodes. */
  at: number
  /** The place after the last node inside it. */
  end: number
}

/**
 * A page as one row of nodes in the order of the document: elements, and strings for text. Every question about a part
 * of the page is a question about a stretch of the row, so that depth costs nothing.
 */
export type Page = {
  nodes: (PageElement | string)[]
  elements: PageElement[]
  body: PageElement
  /** Letters of text (script and the like not counted) before each place of the row, and at its end. */
  lettersBefore: Uint32Array
}

/** Elements whose text nobody reads as part of a text. */
export const UNREAD: ReadonlySet<string> = new Set(
  'script style noscript template iframe object svg button select textarea input video audio canvas head math datalist'.split(
    ' ',
  ),
)

/** Elements that begin and end a line. */
export const BREAKS_LINE: ReadonlySet<string> = new Set(
  'body p div section article main header footer aside ul ol menu li dl dt dd table tbody thead tfoot tr td th caption blockquote pre figure figcaption h1 h2 h3 h4 h5 h6 hgroup hr address form fieldset center details summary nav dialog'.split(
    ' ',
  ),
)

/** Letters of text inside an element. */
export const lettersOf = (page: Page, element: PageElement): number =>
  (page.lettersBefore[element.end] ?? 0) - (page.lettersBefore[element.at] ?? 0)

/** True where `inner` stands inside `outer`, or is it. */
export const isInside = (inner: { at: number }, outer: PageElement): boolean =>
  inner.at >= outer.at && inner.at < outer.end

/** All text inside an element as it stands, scripts and buttons left out; at most about `most` characters of it. */
export function textInside(page: Page, element: PageElement, most = 10_000): string {
  let text = ''
  for (let i = element.at + 1; i < element.end && text.length < most; i++) {
    const node = page.nodes[i] as PageElement | string
    if (typeof node === 'string') text += node
    else if (UNREAD.has(node.tag)) i = node.end - 1
    else if (node.tag === 'br' || BREAKS_LINE.has(node.tag)) text += ' '
  }
  return text
}

/** What stands inside an element, scripts too: for elements that hold data. */
export function dataInside(page: Page, element: PageElement): string {
  let data = ''
  for (let i = element.at + 1; i < element.end; i++) {
    const node = page.nodes[i]
    if (typeof node === 'string') data += node
  }
  return data
}

/** True where the element's class has this whole word. */
export const hasClass = (element: PageElement, name: string): boolean =>
  element.attributes.class?.split(/\s+/).includes(name) ?? false
