import type { DraftBlock } from '#lib/read/draft.ts'
import type { PageBlock } from '#lib/read/html/blocks-of.ts'
import { furnitureOf } from '#lib/read/plain/furniture-words.ts'
import { isSameTitle } from '#lib/read/title.ts'
import { foldText } from '#lib/text/fold.ts'

/**
 * The article's blocks without what pages put between them: captions, "read also" lines and their links, share buttons,
 * a repeated headline, lists of links, and whatever follows a heading like "Comments".
 */
export function tidyBlocks(blocks: PageBlock[], titles: string[]): { blocks: DraftBlock[]; dropped: string[] } {
  const kept: PageBlock[] = []
  const dropped: string[] = []
  const total = blocks.reduce((sum, block) => sum + block.text.length, 0)
  let before = 0
  for (const block of blocks) {
    const folded = foldText(block.text)
    const words = folded.split(/\s+/).length
    const furniture = furnitureOf(block.text, folded, words)
    // What opens the end of the page, and not a heading of the article's first half.
    if (furniture === 'end-heading' && before > total * 0.6) {
      dropped.push(...blocks.slice(blocks.indexOf(block)).map((rest) => rest.text))
      break
    }
    before += block.text.length
    const isRepeatedTitle = kept.length < 3 && words <= 40 && titles.some((title) => isSameTitle(title, block.text))
    const isLinks = block.linked > 0.9 && words <= 25 && (block.kind === 'list-item' || block.kind === 'heading' || words > 3)
    if (furniture !== null || block.kind === 'caption' || isRepeatedTitle || isLinks) dropped.push(block.text)
    else kept.push(block)
  }
  while (kept.at(-1)?.kind === 'heading') dropped.push((kept.pop() as PageBlock).text)
  return { blocks: kept.map(({ kind, text }) => ({ kind, text })), dropped }
}
