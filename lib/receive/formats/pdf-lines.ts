import { escapeXml } from '#lib/receive/formats/xml-tree.ts'

/** A piece of text as it stands on a page: in points from the lower left corner. */
export type PdfPiece = { str: string; x: number; y: number; width: number; fontSize: number }
type Line = { text: string; left: number; right: number; y: number; size: number; page: number }

const ARABIC = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
const letters = (text: string, pattern: RegExp): number => text.match(new RegExp(pattern.source, 'gu'))?.length ?? 0

/** The pages of a pdf as a page of the web: paragraphs and headings in reading order, running heads left out. */
export function pageOfPdf(pages: PdfPiece[][]): string {
  const lines = withoutRunningHeads(pages.map((pieces, page) => linesOf(pieces, page)))
  const size = bodySize(lines)
  const blocks: { text: string; size: number }[] = []
  let before: Line | undefined
  const pitch = usualPitch(lines)
  const [left, right] = [Math.min(...lines.map((l) => l.left)), Math.max(...lines.map((l) => l.right))]
  for (const line of lines) {
    const block = blocks.at(-1)
    if (before && block && goesOn(before, line, pitch, right - left)) block.text = joined(block.text, line.text)
    else blocks.push({ text: line.text, size: line.size })
    before = line
  }
  const largest = Math.max(...blocks.slice(0, 8).map((block) => block.size))
  const html = blocks.map((block, at) => {
    const tag = block.size >= size * 1.15 ? (block.size === largest && at < 8 ? 'h1' : 'h2') : 'p'
    return `<${tag}>${escapeXml(block.text)}</${tag}>`
  })
  return `<!doctype html><html><head><meta charset="utf-8"></head><body><article>${html.join('\n')}</article></body></html>`
}

function linesOf(pieces: PdfPiece[], page: number): Line[] {
  const rows: PdfPiece[][] = []
  for (const piece of pieces) {
    if (piece.str.trim() === '') continue
    const row = rows.at(-1)
    const last = row?.at(-1)
    if (row && last && Math.abs(last.y - piece.y) <= Math.max(last.fontSize, piece.fontSize) * 0.4) row.push(piece)
    else rows.push([piece])
  }
  return rows.map((row) => ({
    text: rowText(row),
    left: Math.min(...row.map((piece) => piece.x)),
    right: Math.max(...row.map((piece) => piece.x + piece.width)),
    y: row[0]?.y ?? 0,
    size: Math.round(Math.max(...row.map((piece) => piece.fontSize))),
    page,
  }))
}

/** A line in the order it is read: from the right where it is mostly Arabic, with figures and Latin words in theirs. */
function rowText(row: PdfPiece[]): string {
  const all = row.map((piece) => piece.str).join('')
  const isRtl = letters(all, ARABIC) > letters(all, /[A-Za-z]/)
  const ordered = row.toSorted((a, b) => (isRtl ? b.x + b.width - a.x - a.width : a.x - b.x))
  if (isRtl) turnForeign(ordered)
  let text = ''
  for (const [at, piece] of ordered.entries()) {
    const before = ordered[at - 1]
    if (before) {
      const gap = Math.max(piece.x - before.x - before.width, before.x - piece.x - piece.width)
      if (gap > piece.fontSize * 0.12 || /^\s|\s$/.test(`${piece.str}${before.str}`)) text += ' '
    }
    // A stop after a figure stands to its left on the page.
    text += isRtl && !ARABIC.test(piece.str) ? piece.str.replace(/^([.,;:!]+)(.*[\p{L}\p{N}])$/u, '$2$1') : piece.str
  }
  // Letters of one shape each, as old programs print them, become the letters they stand for.
  return text
    .replace(/[\ufb50-\ufdff\ufe70-\ufefc]+/g, (shapes) => shapes.normalize('NFKC'))
    .replace(/\s+/g, ' ')
    .trim()
}

/** Runs of pieces without Arabic letters are read from the left. */
function turnForeign(pieces: PdfPiece[]): void {
  const isForeign = (piece: PdfPiece | undefined) =>
    piece !== undefined && !ARABIC.test(piece.str) && /[\p{L}\p{N}]/u.test(piece.str)
  for (let from = 0; from < pieces.length; from++) {
    let to = from
    while (isForeign(pieces[to])) to++
    if (to > from + 1) pieces.splice(from, to - from, ...pieces.slice(from, to).reverse())
    from = Math.max(from, to)
  }
}

/** Lines that stand on most pages but for their figures, and page numbers. */
function withoutRunningHeads(pages: Line[][]): Line[] {
  const key = (line: Line) => line.text.replace(/\p{N}+/gu, '#')
  const seen = new Map<string, number>()
  for (const lines of pages) for (const text of new Set(lines.map(key))) seen.set(text, (seen.get(text) ?? 0) + 1)
  return pages.flatMap((lines) =>
    lines.filter((line, at) => {
      if (pages.length >= 3 && (seen.get(key(line)) ?? 0) > pages.length / 2) return false
      return !((at === 0 || at === lines.length - 1) && /^[-–\s]*\p{N}{1,4}[-–\s]*$/u.test(line.text))
    }),
  )
}

/** The size in which most of the text is set. */
function bodySize(lines: Line[]): number {
  const weight = new Map<number, number>()
  for (const { size, text } of lines) weight.set(size, (weight.get(size) ?? 0) + text.length)
  return [...weight].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 12
}

function usualPitch(lines: Line[]): number {
  const gaps = lines.flatMap((line, at) => {
    const before = lines[at - 1]
    return before && before.page === line.page && before.y > line.y ? [before.y - line.y] : []
  })
  return gaps.sort((a, b) => a - b)[gaps.length >> 1] ?? 14
}

/** Whether a line goes on with the paragraph of the one before. */
function goesOn(before: Line, line: Line, pitch: number, width: number): boolean {
  if (before.size !== line.size) return false
  const isShort = before.right - before.left < width * 0.7
  const isEnded = /[.!?؟…:»”"]$/.test(before.text)
  if (before.page !== line.page || line.y > before.y) return !isEnded && !isShort
  if (before.y - line.y > Math.max(pitch * 1.3, line.size * 1.95)) return false
  return !(isShort && isEnded)
}

/** A word cut at the end of its line is made whole. */
const joined = (text: string, next: string): string =>
  /\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(next) ? text.slice(0, -1) + next : `${text} ${next}`
