import type { Aside, DraftBlock } from '#lib/read/draft.ts'
import type { PageBlock } from '#lib/read/html/blocks-of.ts'
import { furnitureOf } from '#lib/read/plain/furniture-words.ts'
import { isSameTitle } from '#lib/read/title.ts'
import { foldText } from '#lib/text/fold.ts'

export type Tidied = { blocks: DraftBlock[]; dropped: Aside[] }

const SENTENCE_END = /[.!?؟…:۔。]["'”»’)\]]*$/

/**
 * The article's blocks without what pages put between them: captions, "read also" lines and their links, share buttons,
 * a repeated headline, lists of links, lines of names and dates before the first sentence and after the last one, and
 * whatever follows a heading like "Comments".
 */
export function tidyBlocks(blocks: PageBlock[], titles: string[]): Tidied {
  const kept: PageBlock[] = []
  const dropped: Aside[] = []
  const drop = (block: PageBlock, place: Aside['place']) => dropped.push({ text: block.text, place })
  const total = blocks.reduce((sum, block) => sum + block.text.length, 0)
  let before = 0
  for (const [i, block] of blocks.entries()) {
    const folded = foldText(block.text)
    const words = folded.split(/\s+/).length
    const furniture = furnitureOf(block.text, folded, words)
    // What opens the end of the page, and not a heading of the article's first half.
    if (furniture === 'end-heading' && before > total * 0.6) {
      for (const rest of blocks.slice(i)) drop(rest, 'after')
      break
    }
    before += block.text.length
    // House rules at the very end may be long.
    const isHouseRule =
      furniture === null && i >= blocks.length - 2 && words <= 90 && furnitureOf(block.text, folded, 40) === 'notice'
    const isRepeatedTitle = words <= 40 && titles.some((title) => isSameTitle(title, block.text))
    const isLinks =
      block.linked > 0.9 && words <= 25 && (block.kind === 'list-item' || block.kind === 'heading' || words > 3)
    if (furniture !== null || isHouseRule || block.kind === 'caption' || isRepeatedTitle || isLinks)
      drop(block, kept.length === 0 ? 'before' : 'inside')
    else kept.push(block)
  }
  trimEdges(kept, drop)
  return { blocks: kept.map(({ kind, text }) => ({ kind, text })), dropped }
}

/** Short lines without an end before the first sentence, and after the last one, are names, dates and credits. */
function trimEdges(kept: PageBlock[], drop: (block: PageBlock, place: Aside['place']) => void) {
  if (!kept.some(isSentence)) return
  while (kept[0] && isEdge(kept[0], 12)) drop(kept.shift() as PageBlock, 'before')
  while (kept.at(-1) && isEdge(kept.at(-1) as PageBlock, 6)) drop(kept.pop() as PageBlock, 'after')
}

const isSentence = (block: PageBlock): boolean => SENTENCE_END.test(block.text) && block.text.length > 60
const isEdge = (block: PageBlock, words: number): boolean =>
  (block.kind === 'paragraph' || block.kind === 'heading') &&
  !SENTENCE_END.test(block.text) &&
  block.text.split(/\s+/).length <= words
