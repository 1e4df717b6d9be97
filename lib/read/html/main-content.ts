import { articleRoots } from '#lib/read/html/article-roots.ts'
import { bestStretch } from '#lib/read/html/best-stretch.ts'
import { blocksOf, type PageBlock } from '#lib/read/html/blocks-of.ts'
import { CLAIM, claimOf } from '#lib/read/html/claims.ts'
import { furnitureParts } from '#lib/read/html/furniture-parts.ts'
import { isInside, lettersOf, type Page } from '#lib/read/html/page.ts'
import { BESIDE_NAME, DOUBTFUL_NAME, wordsOfName } from '#lib/read/html/part-names.ts'
import { type WeighedBlock, weighedBlocks } from '#lib/read/html/weighed-blocks.ts'

/** Letters of running text that are an article without what is in doubt. */
const AN_ARTICLE = 400
/** A part with more of the page's text is no comment box, whatever it is called. */
const MOST_DOUBTFUL = 0.6

/**
 * The blocks of a page's article, in few walks over its nodes: parts that are furniture by their own account are left
 * out, the part is found in which running text outweighs everything else, and of that part the best stretch, unless its
 * own name says that all of it is the article.
 */
export function mainContent(page: Page): PageBlock[] {
  const furniture = furnitureParts(page)
  const blocks = weighedBlocks(blocksOf(page, page.body, (element) => furniture.has(element)))
  const isDoubtful = doubtfulPlaces(page)
  const { roots, isClaimed } = articleRoots(page, blocks, isDoubtful)
  const inside = blocks.filter((block) => roots.some((root) => isInside(block, root)))
  const sure = inside.filter((block) => !isDoubtful[block.at])
  const chosen = proseOf(sure) >= Math.min(AN_ARTICLE, proseOf(inside) / 2) ? sure : inside
  return isClaimed ? chosen : bestStretch(chosen)
}

const proseOf = (blocks: WeighedBlock[]): number => blocks.reduce((sum, block) => sum + Math.max(0, block.worth), 0)

/** Which of the page's nodes stand in parts whose name makes it unlikely that they are the article. */
function doubtfulPlaces(page: Page): Uint8Array {
  const marks = new Uint8Array(page.nodes.length)
  const most = lettersOf(page, page.body) * MOST_DOUBTFUL
  let until = 0
  for (const element of page.elements) {
    if (element.at < until || element.end === element.at + 1) continue
    const names = wordsOfName(element)
    if (!DOUBTFUL_NAME.test(names) || BESIDE_NAME.test(names) || claimOf(element) !== CLAIM.none) continue
    if (lettersOf(page, element) >= most) continue
    marks.fill(1, element.at, element.end)
    until = element.end
  }
  return marks
}
