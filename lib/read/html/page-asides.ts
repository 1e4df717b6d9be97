import type { Aside } from '#lib/read/draft.ts'
import type { PageBlock } from '#lib/read/html/blocks-of.ts'
import { isInside, lettersOf, type Page } from '#lib/read/html/page.ts'

/** More lines than this are lists of links, which tell nothing about the article. */
const MOST = 400
/** Lines from the first headline on that may still stand before the text: section, date, author. */
const HEAD = 6

/** Every line of the page as an aside; those up to a few lines after the first headline stand before the article. */
export function asidesOf(page: Page, lines: PageBlock[]): Aside[] {
  const headline = page.elements.find((element) => element.tag === 'h1' && lettersOf(page, element) > 0)
  const heading = headline ? lines.findIndex((line) => isInside(line, headline)) : -1
  const head = Math.max(0, heading) + HEAD
  return lines.slice(0, MOST).map((line, i) => ({ text: line.text, place: i <= head ? 'before' : 'after' }))
}
