import { CLAIM, type Claim, claimOf } from '#lib/read/html/claims.ts'
import { isInside, type Page, type PageElement } from '#lib/read/html/page.ts'
import type { WeighedBlock } from '#lib/read/html/weighed-blocks.ts'

/** A part that claims to be the article holds at least this share of the running text that the best part holds. */
const ENOUGH = 0.7
/** A part whose name claims it and that holds so many times the running text is it, whatever else it holds. */
const FAR_MORE = 2
/** What running text in a part of doubtful name counts. */
const DOUBT = 0.2
/** Elements around a part that are asked whether they are its article. */
const AROUND = 12

/** The parts of a page that hold its article; `isClaimed` where they say so themselves and nothing else stands in them. */
export type ArticleRoots = { roots: PageElement[]; isClaimed: boolean }

/**
 * Finds the element in which running text outweighs everything else most (the largest sum of what its blocks are
 * worth), then the clearest claim that holds about as much of the running text: names are a better fence than sums.
 * @param isDoubtful by place in the page's nodes
 */
export function articleRoots(page: Page, blocks: WeighedBlock[], isDoubtful: Uint8Array): ArticleRoots {
  const { worth, prose } = sumsOf(page, blocks, isDoubtful)
  let best = page.body
  for (const element of page.elements) if (element.at >= page.body.at && worth(element) >= worth(best)) best = element
  // A long text full of tables and links may cost more than it says; its own name speaks for it.
  for (const element of page.elements)
    if (prose(element) > prose(best) * FAR_MORE && claimOf(element) >= CLAIM.name) best = element
  const enough = prose(best) * ENOUGH
  const claiming = (claim: Claim) =>
    outermost(
      page.elements.filter(
        (element) =>
          (isInside(element, best) || isInside(best, element)) && prose(element) > 0 && claimOf(element) === claim,
      ),
    )
  for (const claim of [CLAIM.markup, CLAIM.name]) {
    const all = claiming(claim)
    // An article in several boxes; boxes of another article further down are not its.
    const roots = all.filter((element) => articleAround(element) === articleAround(all[0] as PageElement))
    if (roots.length > 0 && roots.reduce((sum, root) => sum + prose(root), 0) >= enough)
      return { roots, isClaimed: true }
  }
  for (const claim of [CLAIM.article, CLAIM.main]) {
    const root = claiming(claim).find((element) => prose(element) >= enough)
    if (root) return { roots: [root], isClaimed: false }
  }
  return { roots: [best], isClaimed: false }
}

/** What the blocks inside an element are worth, and the good among it, from sums over all that begin before a place. */
function sumsOf(page: Page, blocks: WeighedBlock[], isDoubtful: Uint8Array) {
  const worths = new Float64Array(page.nodes.length + 1)
  const proses = new Float64Array(page.nodes.length + 1)
  for (const { at, worth } of blocks) {
    const counted = worth * (isDoubtful[at] ? DOUBT : 1)
    worths[at + 1] = counted
    proses[at + 1] = Math.max(0, counted)
  }
  for (let i = 1; i < worths.length; i++) {
    worths[i] = (worths[i] as number) + (worths[i - 1] as number)
    proses[i] = (proses[i] as number) + (proses[i - 1] as number)
  }
  const inside = (sums: Float64Array) => (element: PageElement) =>
    (sums[element.end] as number) - (sums[element.at] as number)
  return { worth: inside(worths), prose: inside(proses) }
}

/** Elements that no other of them holds. They come in the order of the page. */
function outermost(elements: PageElement[]): PageElement[] {
  let until = 0
  return elements.filter((element) => {
    if (element.at < until) return false
    until = element.end
    return true
  })
}

function articleAround(element: PageElement): PageElement | null {
  let at: PageElement | null = element
  for (let depth = 0; at && depth < AROUND; at = at.parent, depth++) if (at.tag === 'article') return at
  return null
}
