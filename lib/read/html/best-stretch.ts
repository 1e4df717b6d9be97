import type { PageElement } from '#lib/read/html/page.ts'
import type { WeighedBlock } from '#lib/read/html/weighed-blocks.ts'

/** What a link or a scrap costs a stretch: it must be followed by twice its cost in running text. */
const COST = 2

/**
 * The stretch of blocks that is worth most: what stands before and after the article in the same box goes. Running text
 * right beside that of the stretch belongs to it, whatever stands between.
 */
export function bestStretch(blocks: WeighedBlock[]): WeighedBlock[] {
  let { start, end } = largestSum(blocks)
  const box = mainBox(blocks.slice(start, end))
  for (const [i, block] of blocks.entries()) {
    if (block.box !== box || block.worth <= 0) continue
    start = Math.min(start, i)
    end = Math.max(end, i + 1)
  }
  // A heading right over the stretch belongs to it.
  while (blocks[start - 1]?.kind === 'heading') start--
  return blocks.slice(start, end)
}

function largestSum(blocks: WeighedBlock[]): { start: number; end: number } {
  let best = { start: 0, end: blocks.length, sum: 0 }
  let start = 0
  let sum = 0
  for (const [i, { worth, kind, linked }] of blocks.entries()) {
    if (sum <= 0) {
      sum = 0
      start = i
    }
    sum += worth > 0 || (kind === 'heading' && linked < 0.5) ? worth : worth * COST
    if (sum > best.sum) best = { start, end: i + 1, sum }
  }
  return best
}

/** The box that holds most of the running text. */
function mainBox(blocks: WeighedBlock[]): PageElement | null {
  const sums = new Map<PageElement, number>()
  let main: PageElement | null = null
  let most = 0
  for (const { box, worth } of blocks) {
    if (worth <= 0) continue
    const sum = (sums.get(box) ?? 0) + worth
    sums.set(box, sum)
    if (sum > most) [main, most] = [box, sum]
  }
  return main
}
