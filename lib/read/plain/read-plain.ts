import { type Clue, type Draft, type DraftBlock, emptyDraft } from '#lib/read/draft.ts'
import { articleLines } from '#lib/read/plain/article-lines.ts'
import { captionless, hasClock, readHeader } from '#lib/read/plain/header.ts'
import { type Line, linesOf } from '#lib/read/plain/lines.ts'

/**
 * A scraped or forwarded plain text: site lines, a headline, the article, more site lines. The article is found first;
 * what stands above it may be its headline, date and author, what stands below may say who sent it.
 * @param text cleaned text
 */
export function readPlain(text: string): Draft {
  const lines = linesOf(text)
  const article = articleLines(lines)
  const draft = emptyDraft()
  const { start, end, roles } = article
  const header = readHeader(lines.slice(0, start), lines.slice(start, end))
  draft.titles = header.titles
  draft.dates = header.dates
  draft.siteNames = header.siteNames
  draft.origins = header.origins
  draft.authors = header.authors
  draft.address = header.address
  for (const i of header.standfirst) roles[i] = 'paragraph'
  draft.blocks = blocksOf(lines, roles, header.titles[0])
  for (const [i, line] of lines.entries()) {
    if (roles[i] !== 'furniture') continue
    const place = i < start ? 'before' : i >= end ? 'after' : 'inside'
    draft.asides.push({ text: line.text, place })
    if (place === 'after' && line.date) draft.dates.push(trailingDate(line, lines[i - 1], i === end))
  }
  draft.cuts = lines.slice(Math.max(start, end - 2), end + 3).map((l) => l.text)
  draft.furnitureShare = draft.asides.length / Math.max(1, lines.length)
  return draft
}

function blocksOf(lines: Line[], roles: string[], title: Clue | undefined): DraftBlock[] {
  const blocks: DraftBlock[] = []
  for (const [i, line] of lines.entries()) {
    const role = roles[i]
    if (role === 'furniture' || role === undefined) continue
    if (blocks.length === 0 && title && line.text === title.value) continue
    blocks.push({ kind: role as DraftBlock['kind'], text: captionless(line.text) })
  }
  return blocks
}

/** A date under the text is the article's where it is labelled so or follows at once; further down it is the page's. */
function trailingDate(line: Line, before: Line | undefined, isNext: boolean): Draft['dates'][number] {
  const labelled =
    /(?:نشر|published|posted|publie)/u.test(line.folded) || /(?:نشر|published)\S*:?$/u.test(before?.folded ?? '')
  return labelled
    ? { text: line.text, role: 'published', rule: 'date.footer-label', confidence: 0.8 }
    : isNext && !hasClock(line)
      ? { text: line.text, role: 'published', rule: 'date.under-text', confidence: 0.6 }
      : { text: line.text, role: 'page', rule: 'date.footer', confidence: 0.4 }
}
