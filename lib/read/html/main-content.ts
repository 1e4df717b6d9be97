import { Readability } from '@mozilla/readability'
import { blocksOf, type PageBlock } from '#lib/read/html/blocks-of.ts'

/** A text shorter than this from Readability is compared with the plainer ways. */
const SHORT = 400
/** Up to this length what Readability found may be one box of several. */
const MIDDLING = 2500

/**
 * The element of the article's text. Readability chooses it; where it finds little, the densest holder of paragraphs
 * is taken instead. The document is used up: read its metadata first.
 */
export function mainContent(document: Document): PageBlock[] {
  const plainer = blocksOf(densest(document))
  const prose = proseOf(document)
  const article = new Readability<Element>(document, {
    serializer: (node) => node as Element,
    charThreshold: 250,
    keepClasses: true,
  }).parse()
  const found = article?.content ? blocksOf(article.content) : []
  const size = lengthOf(found)
  if (lengthOf(plainer) > size * (size < SHORT ? 1.5 : 2.5)) return plainer
  return size < MIDDLING && lengthOf(prose) > size * 1.8 ? prose : found
}

/** Running text wherever it stands on the page, for pages that lay an article out in many boxes. */
function proseOf(document: Document): PageBlock[] {
  const body = document.body as Element | null
  if (!body) return []
  return blocksOf(body).filter(
    ({ text, linked, element }) =>
      text.length >= 80 &&
      linked < 0.3 &&
      /[.!?؟۔。]["'”»’)\]]*$/.test(text) &&
      !parentOf(element)?.closest('footer,nav,aside,form,[class*="comment"],[id*="comment"]'),
  )
}

/** Blocks remember the text node they began with. */
const parentOf = (node: Element): Element | null => (node.nodeType === 3 ? node.parentElement : node)

const lengthOf = (blocks: PageBlock[]): number =>
  blocks.reduce((sum, block) => sum + block.text.length * (1 - block.linked), 0)

/** The element whose own paragraphs hold most text. */
function densest(document: Document): Element {
  const sums = new Map<Element, number>()
  for (const paragraph of document.querySelectorAll('p')) {
    const length = paragraph.textContent?.trim().length ?? 0
    const parent = paragraph.parentElement
    if (!parent || length < 25) continue
    sums.set(parent, (sums.get(parent) ?? 0) + length)
    if (parent.parentElement) sums.set(parent.parentElement, (sums.get(parent.parentElement) ?? 0) + length / 2)
  }
  let best = document.body as Element
  let most = 0
  for (const [element, sum] of sums) if (sum > most) [best, most] = [element, sum]
  return best
}
