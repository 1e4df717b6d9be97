import type { Span } from '#lib/text/fold.ts'

/** Letters on either side that are enough to tell who is meant. */
const AROUND = 110

/**
 * The words around a span, cut where a line ends or between two words: what stands before it, it itself, and what stands
 * behind. Pure. @param text a text that may be cut some way behind the span
 */
export function inContext(text: string, { start, end }: Span): { before: string; quote: string; after: string } {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const nextLine = text.indexOf('\n', end)
  const lineEnd = nextLine < 0 ? text.length : nextLine
  let from = Math.max(lineStart, start - AROUND)
  let to = Math.min(lineEnd, end + AROUND)
  if (from > lineStart) from = text.indexOf(' ', from) + 1
  if (to < lineEnd) to = Math.max(end, text.lastIndexOf(' ', to))
  return {
    before: `${from > lineStart ? '… ' : ''}${text.slice(Math.min(from, start), start)}`,
    quote: text.slice(start, end),
    after: `${text.slice(end, to)}${to < lineEnd ? ' …' : ''}`,
  }
}
