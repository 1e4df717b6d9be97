import type { PageBlock } from '#lib/read/html/blocks-of.ts'
import { isInside, type PageElement } from '#lib/read/html/page.ts'

/** A block with the box it stands in and what it says for that box being the article. */
export type WeighedBlock = PageBlock & { worth: number; box: PageElement }

const SENTENCE_END = /[.!?؟…۔。][\])"'”»’]*$/

/** Longer running text than this stands by itself. */
const LONG = 400
/** What shorter running text between links is worth of itself. */
const LONELY = 0.1
/** A card of another article: how deep in it its texts stand, how many they are, and how many blocks to look at. */
const CARD_DEPTH = 8
const CARD_TEXTS = 2
const CARD_BLOCKS = 8

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
    if (!isShort || isUnderHeading(blocks[i - 1])) return false
    const before = linkBeside(blocks, i, -1)
    const after = linkBeside(blocks, i, 1)
    return before !== null && after !== null && [before, after].some((link) => isOneCard(blocks, own, i, link))
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

/** The place of the link that is next in this direction but for scraps; -1 where there is no block, null where text is. */
function linkBeside(blocks: PageBlock[], at: number, step: 1 | -1): number | null {
  for (let i = at + step, scraps = 0; scraps < 3; i += step, scraps++) {
    const block = blocks[i]
    if (!block) return -1
    if (block.linked > 0.6) return i
    if (block.kind !== 'caption' && worthOf(block) > 0) return null
  }
  return null
}

/** A linked heading over a text, or a link in a small box with it, make a card of another article. */
function isOneCard(blocks: PageBlock[], own: number[], text: number, link: number): boolean {
  const beside = blocks[link]
  if (!beside) return false
  if (beside.kind === 'heading' && link < text) return true
  let card: PageElement | null = (blocks[text] as PageBlock).element
  for (let depth = 0; card && depth < CARD_DEPTH && !isInside(beside, card); depth++) card = card.parent
  if (!card || !isInside(beside, card)) return false
  let texts = 0
  for (let i = Math.max(0, text - CARD_BLOCKS); i < Math.min(blocks.length, text + CARD_BLOCKS); i++)
    if ((own[i] as number) > 0 && isInside(blocks[i] as PageBlock, card)) texts++
  return texts <= CARD_TEXTS
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
