import type { Limits } from '#lib/receive/limits.ts'
import { type TextLine, textLines } from '#lib/receive/text-lines.ts'

/**
 * One csv record as it stands in the file, and the line it begins on; `broken` where its quotes do not add up, `size` where
 * its line is longer than a document may be: then `text` is only its beginning.
 */
export type CsvRecord = { text: string; line: number; broken?: true; size?: number }

/** Characters that may be looked through in vain for the end of open quotes, in a whole file. */
const PATIENCE = 64 << 20

/**
 * Cuts a csv into records. A field in quotes may hold line ends; where a quote is never closed, or closed in the middle
 * of a field, the record is its first line alone, marked broken, and the next line begins a new one: one stray quote
 * never swallows the rows after it.
 */
export async function* csvRecords(
  pieces: AsyncIterable<string>,
  delimiter: string,
  limits: Limits,
): AsyncGenerator<CsvRecord> {
  let patience = PATIENCE
  /** Lines to look at before the file's next one, last first. */
  const next: TextLine[] = []
  /** Lines of the record whose quotes are open. */
  let held: TextLine[] = []
  let heldLength = 0
  let state: State = 'start'
  let tooLong = 0

  /** Gives up the held record: its first line stands alone, the others are looked at again. */
  function giveUp(): CsvRecord {
    const [first, ...others] = held as [TextLine, ...TextLine[]]
    for (const line of others.reverse()) {
      patience -= line.text.length
      next.push(line)
    }
    ;[held, heldLength, state] = [[], 0, 'start']
    return { text: first.text, line: first.number, broken: true }
  }

  function* settle(): Generator<CsvRecord> {
    for (let line = next.pop(); line; line = next.pop()) {
      state = patience > 0 ? scan(line.text, delimiter, state) : 'end'
      held.push(line)
      heldLength += line.text.length
      if (state === 'lost' || (state === 'open' && heldLength > limits.openQuotes)) yield giveUp()
      else if (state === 'end') {
        const text = held.length === 1 ? line.text : held.map((l) => l.text).join('')
        if (text.trim() !== '') yield { text, line: (held[0] as TextLine).number }
        ;[held, heldLength, state] = [[], 0, 'start']
      }
    }
  }

  for await (const line of textLines(pieces, limits.document)) {
    if (!line.whole) {
      // The parts of one endless line are told once.
      if (line.number !== tooLong) yield { text: line.text.slice(0, 1000), line: line.number, size: line.text.length }
      tooLong = line.number
      continue
    }
    next.push(line)
    yield* settle()
  }
  while (held.length > 0) {
    yield giveUp()
    yield* settle()
  }
}

/** Where the scan stands: at the start of a record, inside quotes, at its end, or lost. */
type State = 'start' | 'open' | 'end' | 'lost'

function scan(text: string, delimiter: string, state: State): State {
  let at = 0
  let inQuotes = state === 'open'
  for (;;) {
    if (!inQuotes) {
      if (text[at] !== '"') {
        // A bare field: quotes in it are letters.
        const next = text.indexOf(delimiter, at)
        if (next < 0) return 'end'
        at = next + 1
        continue
      }
      inQuotes = true
      at++
    }
    const quote = text.indexOf('"', at)
    if (quote < 0) return 'open'
    at = quote + 1
    if (text[at] === '"') at++
    else if (at >= text.length || text[at] === '\n' || text[at] === '\r') return 'end'
    else if (text[at] === delimiter) {
      inQuotes = false
      at++
      if (at >= text.length) return 'end'
    } else return 'lost'
  }
}
