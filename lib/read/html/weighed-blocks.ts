import type { PageBlock } from '#lib/read/html/blocks-of.ts'
import type { PageElement } from '#lib/read/html/page.ts'

/** A block with the box it stands in and what it says for that box being the article. */
export type WeighedBlock = PageBlock & { worth: number; box: PageElement }

const SENTENCE_END = /[.!?؟…۔。][\])"'”»’]*$/

/** Longer running text than this stands by itself. */
const LONG = 400
/** What shorter running text between links is worth of itself. */
const LONELY = 0.1

/** Running text of a box (letters) beside which short lines belong to the text. */
const A_TEXT = 150
/** Running text of a box in which a single sentence between links is its own (letters). */
const AN_ARTICLE = 600

/**
 * What each block says for the part of the page it stands in: running text earns its letters, links and scraps cost. A
 * single sentence or two between links is what a list says of another article, and earns next to nothing; a short line
 * right beside paragraphs costs nothing.
 */
export function weighedBlocks(blocks: PageBlock[]): WeighedBlock[] {
  const own = blocks.map(worthOf)
  const lonely = blocks.map((block, i) => {
    const isShort = (own[i] as number) > 0 && block.text.length < LONG
    return isShort && !isUnderHeading(blocks[i - 1]) && isBesideLink(blocks, i, -1) && isBesideLink(blocks, i, 1)
  })
  const boxes = blocks.map(boxOf)
  const texts = new Map<PageElement, number>()
  for (const [i, worth] of own.entries()) {
    const box = boxes[i] as PageElement
    if (worth > 0 && !lonely[i]) texts.set(box, (texts.get(box) ?? 0) + worth)
  }
  return blocks.map((block, i) => {
    const worth = own[i] as number
    const box = boxes[i] as PageElement
    const text = texts.get(box) ?? 0
    if (lonely[i]) return { ...block, worth: text >= AN_ARTICLE ? worth : worth * LONELY, box }
    const isBesideText = text >= A_TEXT && block.linked < 0.5
    return { ...block, worth: worth < 0 && isBesideText ? 0 : worth, box }
  })
}

const BOXES = new Set('div section article main td body aside header footer form li ul ol table tbody tr dl'.split(' '))

/** The box in which a block stands. */
function boxOf({ element }: PageBlock): PageElement {
  let at = element
  for (let depth = 0; depth < 8 && at.parent && !BOXES.has(at.tag); depth++) at = at.parent
  return at
}

/** Lists link their headings; a heading of its own opens a part of a text. */
const isUnderHeading = (before: PageBlock | undefined): boolean => before?.kind === 'heading' && before.linked < 0.1

/** The next block of more than a scrap in this direction is a link, or there is none. */
function isBesideLink(blocks: PageBlock[], at: number, step: 1 | -1): boolean {
  for (let i = at + step, scraps = 0; scraps < 3; i += step, scraps++) {
    const block = blocks[i]
    if (!block || block.linked > 0.6) return true
    if (block.kind !== 'caption' && worthOf(block) > 0) return false
  }
  return false
}

function worthOf({ text, linked, kind }: PageBlock): number {
  const own = text.length * (1 - linked)
  if (linked > 0.6) return -20 - Math.min(60, text.length) / 2
  const ends = SENTENCE_END.test(text)
  if (kind === 'heading') return -2
  if (kind === 'caption') return ends && own >= 40 ? Math.min(own, 200) / 4 : -2
  if ((ends && own >= 40) || own >= 120) return /\bcookies?\b/i.test(text) ? 0 : Math.min(own, 500)
  if (kind === 'list-item') return ends ? own / 2 : -3
  return ends ? 5 : own >= 60 ? own / 4 : -12
}
