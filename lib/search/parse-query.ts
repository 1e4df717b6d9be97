import type { Span } from '#lib/text/fold.ts'
import { foldedWords } from '#lib/text/words.ts'

/** A word, or words that must follow each other, as folded words; `span` is its place in what was typed. */
export type Term = { kind: 'word' | 'phrase'; words: string[]; span: Span }

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

/**
 * Reads a query as people write it: words, "phrases" in any quotation marks, -not, OR (أو). Never throws: what makes
 * no sense (a lone quote, a trailing OR) is read as if it were not there.
 */
export function parseQuery(input: string): Query {
  const clauses: Clause[] = []
  let joins = false
  for (const piece of pieces(input)) {
    if (piece.or) {
      joins = clauses.at(-1)?.not === false
      continue
    }
    const words = foldedWords(piece.text)
    if (words.length === 0) continue
    const term: Term = { kind: words.length > 1 ? 'phrase' : 'word', words, span: piece.span }
    const last = clauses.at(-1)
    if (joins && !piece.not && last) last.any.push(term)
    else clauses.push({ any: [term], not: piece.not })
    joins = false
    if (clauses.length >= MOST_TERMS) break
  }
  return { clauses }
}

type Piece = { text: string; not: boolean; or: boolean; span: Span }

/** Cuts the input at spaces, keeping what is between quotation marks whole. */
function pieces(input: string): Piece[] {
  const out: Piece[] = []
  let at = 0
  while (at < input.length && out.length < MOST_TERMS * 2) {
    if (/\s/u.test(input[at] as string)) {
      at++
      continue
    }
    const start = at
    const not = /^[-−–]\S/u.test(input.slice(at, at + 2))
    if (not) at++
    const opening = input[at] as string
    if (QUOTES[opening] !== undefined) {
      const end = closingQuote(input, at)
      // A lone quote, as while typing, is read as if it were not there.
      if (end < 0) at++
      else {
        out.push({ text: input.slice(at + 1, end), not, or: false, span: { start, end: end + 1 } })
        at = end + 1
      }
      continue
    }
    let end = at
    while (end < input.length && !/\s/u.test(input[end] as string) && QUOTES[input[end] as string] === undefined) end++
    const text = input.slice(at, end)
    out.push({ text, not, or: !not && OR.has(text), span: { start, end } })
    at = end
  }
  return out
}

/** Place of the mark that closes the one at `at`: its own partner, else any that closes; -1 where there is none. */
function closingQuote(input: string, at: number): number {
  const partner = input.indexOf(QUOTES[input[at] as string] as string, at + 1)
  if (partner >= 0) return partner
  for (let i = at + 1; i < input.length; i++) if (CLOSING.includes(input[i] as string)) return i
  return -1
}
