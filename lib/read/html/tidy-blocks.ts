import type { Aside, DraftBlock } from '#lib/read/draft.ts'
import type { PageBlock } from '#lib/read/html/blocks-of.ts'
import { furnitureOf, isReadAlso } from '#lib/read/plain/furniture-words.ts'
import { linesOf } from '#lib/read/plain/lines.ts'
import { isSameTitle } from '#lib/read/title.ts'
import { foldText } from '#lib/text/fold.ts'

export type Tidied = { blocks: DraftBlock[]; dropped: Aside[] }

/** When an entry of a live report was written. */
const CLOCK = /^\p{Nd}{1,2}[:.]\p{Nd}{2}(?:\s*(?:[ap]\.?m\.?|ص|م|صباحا|مساء|gmt|uhr))?$/iu
/** What a page says of its author is no longer (letters). */
const ABOUT_AUTHOR = 600
/** The text beside the captions of a gallery is shorter than this (letters). */
const GALLERY_TEXT = 1500
const SENTENCE_END = /[.!?؟…:۔。]["'”»’)\]]*$/

/**
 * The article's blocks without what pages put between them: captions, "read also" lines and their links, share buttons,
 * a repeated headline, lists of links, lines of names and dates before the first sentence and after the last one, and
 * whatever follows a heading like "Comments".
 */
export function tidyBlocks(blocks: PageBlock[], titles: string[], authors: string[]): Tidied {
  const kept: PageBlock[] = []
  const dropped: Aside[] = []
  const drop = (block: PageBlock, place: Aside['place']) => dropped.push({ text: block.text, place })
  const total = blocks.reduce((sum, block) => sum + block.text.length, 0)
  const captions = blocks.reduce((sum, block) => sum + (block.kind === 'caption' ? block.text.length : 0), 0)
  const isGallery = captions > total * 0.6 && total - captions < GALLERY_TEXT
  const seen = new Set<string>()
  let begun = false
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
    const isLinks = words <= 25 && isMostlyLink(blocks, i, words)
    const isRepeated = words >= 5 && words <= 40 && block.kind !== 'heading' && seen.has(folded)
    seen.add(folded)
    const isSmallPrint = words <= 16 && (isReadAlso(folded) || CLOCK.test(block.text) || (!begun && isDate(block.text)))
    if (
      furniture !== null ||
      isRepeated ||
      isSmallPrint ||
      isHouseRule ||
      (block.kind === 'caption' && !isGallery) ||
      isRepeatedTitle ||
      isLinks
    )
      drop(block, kept.length === 0 ? 'before' : 'inside')
    else {
      kept.push(block)
      begun ||= isSentence(block)
    }
  }
  dropOverNothing(kept, blocks, drop)
  trimEdges(kept, drop)
  dropAboutAuthors(kept, authors.map(foldText), drop)
  return { blocks: kept.map(({ kind, text }) => ({ kind, text })), dropped }
}

/** A heading over nothing but what was dropped is the heading of that. */
function dropOverNothing(kept: PageBlock[], all: PageBlock[], drop: (block: PageBlock, place: Aside['place']) => void) {
  const next = new Map(all.map((block, i) => [block, all[i + 1]]))
  for (let i = kept.length - 1; i > 0; i--) {
    const block = kept[i] as PageBlock
    if (block.kind !== 'heading' || kept[i + 1] === next.get(block)) continue
    const below = kept[i + 1]
    if (!below || below.kind === 'heading') drop(kept.splice(i, 1)[0] as PageBlock, 'inside')
  }
}

/** Short lines without an end before the first sentence, and after the last one, are names, dates and credits. */
function trimEdges(kept: PageBlock[], drop: (block: PageBlock, place: Aside['place']) => void) {
  if (!kept.some(isSentence)) return
  while (kept[0] && isEdge(kept[0], 12)) drop(kept.shift() as PageBlock, 'before')
  while (kept.at(-1) && isEdge(kept.at(-1) as PageBlock, 6)) drop(kept.pop() as PageBlock, 'after')
}

/** A last paragraph that begins with the author's name says who that is. */
function dropAboutAuthors(
  kept: PageBlock[],
  authors: string[],
  drop: (block: PageBlock, place: Aside['place']) => void,
) {
  const names = authors.filter((name) => name.length >= 6)
  const isAbout = ({ text }: PageBlock) => {
    const folded = foldText(text.slice(0, 200))
    return text.length <= ABOUT_AUTHOR && names.some((name) => folded.startsWith(name))
  }
  while (kept.length > 3 && isAbout(kept.at(-1) as PageBlock)) drop(kept.pop() as PageBlock, 'after')
}

/** Nothing but a link, or a few words beside one: "See also: ...". In a list it is a list of links. */
function isMostlyLink(blocks: PageBlock[], at: number, words: number): boolean {
  const { linked, kind, text } = blocks[at] as PageBlock
  if (linked > 0.9) return kind === 'list-item' || kind === 'heading' || words > 3
  if (linked <= 0.6) return false
  if (kind !== 'list-item') return !SENTENCE_END.test(text)
  return [blocks[at - 1], blocks[at + 1]].every((beside) => beside?.kind !== 'list-item' || beside.linked > 0.6)
}

/** A line that is a date and hardly anything else. */
const isDate = (text: string): boolean => /\p{Nd}/u.test(text) && text.length <= 120 && linesOf(text)[0]?.date != null

const isSentence = (block: PageBlock): boolean => SENTENCE_END.test(block.text) && block.text.length > 60
const isEdge = (block: PageBlock, words: number): boolean =>
  (block.kind === 'paragraph' || block.kind === 'heading') &&
  !SENTENCE_END.test(block.text) &&
  block.text.split(/\s+/).length <= words
