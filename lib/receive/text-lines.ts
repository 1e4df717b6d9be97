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
  let rest = ''
  let number = 1
  let whole = true
  for await (const piece of pieces) {
    rest += piece
    let from = 0
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n', from)) {
      yield { text: rest.slice(from, end + 1), number, whole }
      whole = true
      number++
      from = end + 1
    }
    rest = rest.slice(from)
    if (rest.length > limit) {
      yield { text: rest, number, whole: false }
      whole = false
      rest = ''
    }
  }
  if (rest !== '' || !whole) yield { text: rest, number, whole }
}
