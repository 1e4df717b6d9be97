import type { Span } from '#lib/text/fold.ts'
import { foldedWords } from '#lib/text/words.ts'

/**
 * A word, words that must follow each other, or the beginning of a word, as folded words; `loose` words may stand
 * anywhere. `span` is its place in what was typed.
 */
export type Term = {
  kind: 'word' | 'phrase' | 'prefix' | 'loose'
  words: string[]
  span: Span
  /** Meant as it is spelt: it stood between quotation marks. */
  quoted?: true
}

/** One condition: any of its terms, or, negated, none of them. */
export type Clause = { any: Term[]; not: boolean }

/** What was understood: all clauses hold. An empty query has none. */
export type Query = { clauses: Clause[] }

const QUOTES: Record<string, string> = { '"': '"', '«': '»', '»': '«', '“': '”', '”': '“', '„': '“', '‟': '”' }
const CLOSING = '"»«”“'
/** OR as people write it: between two terms it joins them. Lower-case "or" is a word of the text (and of French). */
const OR = new Set(['OR', '|', '||', 'أو', 'او'])
/** Longer queries are cut: nobody types them, and each term costs an index look-up. */
const MOST_TERMS = 64
/** A shorter beginning would find half of the words there are. */
const SHORTEST_PREFIX = 2

/**
 * Reads the words of a query as people write them: words, "phrases" in any quotation marks, beginnings*, -not, OR
 * (أو). Never throws: what makes no sense (a lone quote, a trailing OR) is read as if it were not there.
 */
export function parseQuery(input: string): Query {
  const clauses: Clause[] = []
  let joins = false
  for (const piece of pieces(input)) {
    if (piece.or) {
      joins = clauses.at(-1)?.not === false
      continue
    }
    const term = termOf(piece)
    if (!term) continue
    const last = clauses.at(-1)
    if (joins && !piece.not && last) last.any.push(term)
    else clauses.push({ any: [term], not: piece.not })
    joins = false
    if (clauses.length >= MOST_TERMS) break
  }
  return { clauses }
}

function termOf({ text, quoted, span }: Piece): Term | null {
  const words = foldedWords(text)
  const [first] = words
  if (first === undefined) return null
  if (quoted) return { kind: words.length > 1 ? 'phrase' : 'word', words, span, quoted }
  if (words.length > 1) return { kind: 'phrase', words, span }
  return { kind: /\p{L}\*$/u.test(text) && first.length >= SHORTEST_PREFIX ? 'prefix' : 'word', words, span }
}

/** What stands between blanks or between quotation marks; `text` is without these and without the minus. */
export type Piece = { text: string; not: boolean; or: boolean; quoted?: true; span: Span }

function pieces(input: string): Piece[] {
  const out: Piece[] = []
  let at = 0
  while (out.length < MOST_TERMS * 2) {
    const piece = nextPiece(input, at)
    if (!piece) break
    out.push(piece)
    at = piece.span.end
  }
  return out
}

/** The first piece at this place or after it; null where there is none. Pure. */
export function nextPiece(input: string, from: number): Piece | null {
  let at = from
  while (at < input.length) {
    if (/\s/u.test(input[at] as string)) {
      at++
      continue
    }
    const start = at
    const not = isMinus(input, at)
    if (not) at++
    if (QUOTES[input[at] as string] !== undefined) {
      const end = closingQuote(input, at)
      if (end >= 0) {
        const text = input.slice(at + 1, end)
        return { text, not, or: false, quoted: true, span: { start, end: end + 1 } }
      }
      // A lone quote, as while typing, is read as if it were not there.
      at++
    }
    let end = at
    while (end < input.length && !/\s/u.test(input[end] as string) && QUOTES[input[end] as string] === undefined) end++
    const text = input.slice(at, end)
    return { text, not, or: !not && OR.has(text), span: { start, end } }
  }
  return null
}

/** Whether a minus stands here with something behind it. Pure. */
export const isMinus = (input: string, at: number): boolean => /^[-−–]\S/u.test(input.slice(at, at + 2))

/** Place of the mark that closes the one at `at`: its own partner, else any that closes; -1 where there is none. Pure. */
export function closingQuote(input: string, at: number): number {
  const partner = input.indexOf(QUOTES[input[at] as string] ?? '"', at + 1)
  if (partner >= 0) return partner
  for (let i = at + 1; i < input.length; i++) if (CLOSING.includes(input[i] as string)) return i
  return -1
}

/** Whether this opens a quotation. Pure. */
export const isQuote = (mark: string | undefined): boolean => mark !== undefined && QUOTES[mark] !== undefined
