import { type Draft, emptyDraft } from '#lib/read/draft.ts'
import { blocksOf } from '#lib/read/html/blocks-of.ts'
import { embeddedDates } from '#lib/read/html/embedded-dates.ts'
import { mainContent } from '#lib/read/html/main-content.ts'
import { metadataOf } from '#lib/read/html/metadata.ts'
import { datesNearTitle } from '#lib/read/html/near-title.ts'
import { asidesOf } from '#lib/read/html/page-asides.ts'
import { parsePage } from '#lib/read/html/parse-page.ts'
import { standfirstOf } from '#lib/read/html/standfirst.ts'
import { tidyBlocks } from '#lib/read/html/tidy-blocks.ts'
import { addressDate, visibleDates } from '#lib/read/html/visible-dates.ts'
import { removeNamedFurniture } from '#lib/read/html/without-furniture.ts'

/**
 * An HTML page: what it says about itself, then its main text in blocks, then the lines around that text, which still
 * tell dates and names. Scripts never run and no markup leaves: all of it is plain text.
 * @param html cleaned text of the page; `address` where it was found, if known
 */
export function readPage(html: string, address: string | null): Draft {
  const { document } = parsePage(html)
  const { articleBody, description, ...meta } = metadataOf(document)
  const draft: Draft = { ...emptyDraft(), ...meta }
  draft.dates.push(...visibleDates(document), ...addressDate(address ?? meta.address), ...embeddedDates(document))
  const lines = blocksOf(document.body as Element)
  const around = asidesOf(lines)
  const titles = draft.titles.map((title) => title.value)
  removeNamedFurniture(document)
  const main = tidyBlocks(mainContent(document), titles)
  draft.blocks = main.blocks
  const opening = main.blocks[0]?.text ?? ''
  const standfirst = standfirstOf(lines, titles, opening, description)
  draft.blocks.unshift(...standfirst.map((text) => ({ kind: 'paragraph' as const, text })))
  if (articleBody && articleBody.length > 300 && lengthOf(draft.blocks) < articleBody.length / 2) {
    draft.blocks = articleBody
      .split(/\n+/)
      .filter((text) => text.trim() !== '')
      .map((text) => ({ kind: 'paragraph', text }))
  }
  draft.dates.push(...datesNearTitle(around, titles, opening))
  const kept = new Set(draft.blocks.map((block) => block.text))
  draft.asides = [...around.filter((aside) => !kept.has(aside.text)), ...main.dropped]
  draft.cuts = main.dropped.slice(-6).map((aside) => aside.text)
  const outside = around.reduce((sum, aside) => sum + (kept.has(aside.text) ? 0 : aside.text.length), 0)
  draft.furnitureShare = outside / Math.max(1, outside + lengthOf(draft.blocks))
  return draft
}

const lengthOf = (blocks: { text: string }[]): number => blocks.reduce((sum, block) => sum + block.text.length, 0)
