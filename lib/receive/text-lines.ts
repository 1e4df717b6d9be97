/** A line with its number (from 1) and its own line end, so that lines joined again are the file. */
export type TextLine = { text: string; number: number }

/**
 * Cuts pieces of text into lines, ends included. A line longer than `limit` comes cut into parts of one number, so that
 * 300 MB without a line end never stand in memory; `whole` tells such a part.
 */
export async function* textLines(
  pieces: AsyncIterable<string>,
  limit: number,
): AsyncGenerator<TextLine & { whole: boolean }> {
  // The line so far: joined only at its end, for a long one would be copied again with each piece.
  let parts: string[] = []
  let length = 0
  let number = 1
  let whole = true
  const take = (): string => {
    const text = parts.join('')
    parts = []
    length = 0
    return text
  }
  for await (const piece of pieces) {
    let from = 0
    for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', from)) {
      parts.push(piece.slice(from, end + 1))
      yield { text: take(), number, whole }
      whole = true
      number++
      from = end + 1
    }
    if (from < piece.length) parts.push(piece.slice(from))
    length += piece.length - from
    // Of a line that is too long already nothing more is gathered.
    if (length > limit || !whole) {
      yield { text: take(), number, whole: false }
      whole = false
    }
  }
  if (length > 0 || !whole) yield { text: take(), number, whole }
}
