import { type Draft, type DraftBlock, emptyDraft } from '#lib/read/draft.ts'
import { barrierOf } from '#lib/read/html/barrier.ts'
import { blocksOf, type PageBlock } from '#lib/read/html/blocks-of.ts'
import { embeddedDates } from '#lib/read/html/embedded-dates.ts'
import { blocksOfText, embeddedText } from '#lib/read/html/embedded-text.ts'
import { mainContent } from '#lib/read/html/main-content.ts'
import { metadataOf } from '#lib/read/html/metadata.ts'
import { datesNearTitle } from '#lib/read/html/near-title.ts'
import type { Page } from '#lib/read/html/page.ts'
import { asidesOf } from '#lib/read/html/page-asides.ts'
import { parsePage } from '#lib/read/html/parse-page.ts'
import { standfirstOf } from '#lib/read/html/standfirst.ts'
import { tidyBlocks } from '#lib/read/html/tidy-blocks.ts'
import { addressDate, visibleDates } from '#lib/read/html/visible-dates.ts'

/** Letters that are an article; where a page shows fewer, the data in its scripts may hold one. */
const SHORT = 200
/** Letters of a text for machines that is more than a summary. */
const A_BODY = 300
/** Lines after the text that may say why it ends there. */
const AFTER = 4

/**
 * An HTML page: what it says about itself, then its main text in blocks, then the lines around that text, which still
 * tell dates and names. Scripts never run and no markup leaves: all of it is plain text.
 * @param html cleaned text of the page; `address` where it was found, if known
 */
export function readPage(html: string, address: string | null): Draft {
  const page = parsePage(html)
  const { articleBody, description, access, ...meta } = metadataOf(page)
  const draft: Draft = { ...emptyDraft(), ...meta }
  draft.dates.push(...visibleDates(page), ...addressDate(address ?? meta.address), ...embeddedDates(page))
  const lines = blocksOf(page, page.body)
  const around = asidesOf(page, lines)
  const titles = draft.titles.map((title) => title.value)
  const authors = draft.authors.map((author) => author.value)
  const main = tidyBlocks(mainContent(page), titles, authors)
  const opening = main.blocks[0]?.text ?? ''
  const standfirst = standfirstOf(lines, titles, opening, description)
  const shown: DraftBlock[] = [...standfirst.map((text) => ({ kind: 'paragraph' as const, text })), ...main.blocks]
  draft.blocks = longest(shown, articleBody, page)
  draft.dates.push(...datesNearTitle(around, titles, opening))
  const kept = new Set(draft.blocks.map((block) => block.text))
  draft.asides = [...around.filter((aside) => !kept.has(aside.text)), ...main.dropped]
  draft.cuts = [...main.dropped.slice(-6).map((aside) => aside.text), ...linesAfter(lines, draft.blocks)]
  draft.barrier = barrierOf(page, access, draft.blocks.map((block) => block.text).join(' '))
  const outside = around.reduce((sum, aside) => sum + (kept.has(aside.text) ? 0 : aside.text.length), 0)
  draft.furnitureShare = outside / Math.max(1, outside + lengthOf(draft.blocks))
  return draft
}

/** What the page shows, unless its text for machines holds twice as much, or it shows nothing and its scripts do. */
function longest(shown: DraftBlock[], articleBody: string | null, page: Page): DraftBlock[] {
  const length = lengthOf(shown)
  if (articleBody && articleBody.length > A_BODY && length < articleBody.length / 2) return blocksOfText(articleBody)
  if (length >= SHORT) return shown
  const embedded = embeddedText(page)
  return lengthOf(embedded) > length * 2 ? embedded : shown
}

function linesAfter(lines: PageBlock[], blocks: DraftBlock[]): string[] {
  const last = blocks.at(-1)?.text
  const at = lines.findLastIndex((line) => line.text === last)
  return at < 0 ? [] : lines.slice(at + 1, at + 1 + AFTER).map((line) => line.text)
}

const lengthOf = (blocks: { text: string }[]): number => blocks.reduce((sum, block) => sum + block.text.length, 0)
