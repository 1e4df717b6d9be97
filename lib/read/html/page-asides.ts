import type { Aside } from '#lib/read/draft.ts'
import { blocksOf } from '#lib/read/html/blocks-of.ts'

/** More lines than this are lists of links, which tell nothing about the article. */
const MOST = 400

/** Every line of the page, in order, before the article is cut out of it: places are relative to the first heading. */
export function pageAsides(document: Document): Aside[] {
  const body = document.body as Element | null
  if (!body) return []
  const blocks = blocksOf(body)
  const heading = blocks.findIndex((block) => block.kind === 'heading' && /^H1$/i.test(block.element.closest?.('h1')?.tagName ?? ''))
  const first = heading < 0 ? 0 : heading
  return blocks.slice(0, MOST).map((block, i) => ({ text: block.text, place: i <= first + 6 ? 'before' : 'after' }))
}
