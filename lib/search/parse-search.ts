import { closingQuote, isMinus, isQuote, nextPiece } from '#lib/search/parse-query.ts'
import { fieldCalled, type SearchField } from '#lib/search/search-fields.ts'
import type { Span } from '#lib/text/fold.ts'
import { foldedWords } from '#lib/text/words.ts'

/** `source:aps,afp`, `-موضوع:"نزاع مسلح"`: a field and its values as typed, any of which will do. */
export type AskedField = { field: SearchField; not: boolean; values: string[]; span: Span }

/** What was typed, taken apart: fields, and the words that are left, for parseQuery. */
export type Search = {
  /** What the places count in: what was typed, without quotation marks that never close. */
  input: string
  words: string
  fields: AskedField[]
  /** Words with a colon behind them that are no field; they stay among the words. */
  unknown: { name: string; span: Span }[]
  /** An OR that stood between a field and something else, and cannot join them. */
  strayOr: boolean
}

/** Longer lists are cut, as in a filter. */
const MOST_VALUES = 50

/**
 * Takes a search apart. Fields may be written in any of our languages, with a blank after the colon, with several
 * values (`a,b` or `(a OR b)`), and joined by OR to one of the same name. Never throws. Pure.
 */
export function parseSearch(typed: string): Search {
  const out: Search = { input: withoutLoneQuotes(typed), words: '', fields: [], unknown: [], strayOr: false }
  const { input } = out
  const words: string[] = []
  /** What came last, and the OR behind it. */
  let last: AskedField | 'word' | null = null
  let or: string | null = null
  let at = 0
  while (at < input.length) {
    const field = /\s/u.test(input[at] as string) ? null : fieldAt(input, at)
    const piece = field ? null : nextPiece(input, at)
    if (field) {
      at = field.span.end
      const joins: boolean = or !== null && !field.not
      if (joins && last !== null && last !== 'word' && last.field === field.field && !last.not) {
        last.values = [...new Set([...last.values, ...field.values])].slice(0, MOST_VALUES)
        last.span.end = at
      } else {
        out.strayOr ||= or !== null && last !== null
        out.fields.push(field)
        last = field
      }
      or = null
    } else if (!piece) break
    // A field may stand behind the blanks.
    else if (piece.span.start > at) at = piece.span.start
    else {
      at = piece.span.end
      if (piece.or) or = piece.text
      if (piece.or || foldedWords(piece.text).length === 0) continue
      if (or !== null && last === 'word') words.push(or)
      out.strayOr ||= or !== null && last !== null && last !== 'word'
      or = null
      last = 'word'
      words.push(input.slice(piece.span.start, piece.span.end))
      const name = piece.quoted ? undefined : /^(\p{L}{2,20})[:：](?!\/\/)[^\s:]/u.exec(piece.text)?.[1]
      if (name) out.unknown.push({ name, span: piece.span })
    }
  }
  out.words = words.join(' ')
  return out
}

/** A quotation mark that never closes, as while typing, is read as a blank, or as nothing behind a minus. */
function withoutLoneQuotes(typed: string): string {
  let input = typed
  for (let at = 0; at < input.length; at++) {
    if (!isQuote(input[at])) continue
    const close = closingQuote(input, at)
    if (close >= 0) at = close
    else if (!/[-−–:：]/.test(input[at - 1] ?? '')) input = `${input.slice(0, at)} ${input.slice(at + 1)}`
    else {
      // What stood behind it stands here now, and may be another.
      input = input.slice(0, at) + input.slice(at + 1)
      at--
    }
  }
  return input
}

/** A field that begins exactly here, with its values; null where none does. */
function fieldAt(input: string, start: number): AskedField | null {
  const not = isMinus(input, start)
  const [head, name = ''] = /^([\p{L}\p{M}_]{1,30})[:：]/u.exec(input.slice(start + Number(not), start + 40)) ?? []
  const field = head === undefined ? undefined : fieldCalled(name)
  if (head === undefined || !field) return null
  let at = start + Number(not) + head.length
  // "source: aps", as a colon is written in prose; a field that follows is not its value.
  const blanks = /^\s+(?=\S)/u.exec(input.slice(at))?.[0].length ?? 0
  if (blanks > 0 && !fieldAt(input, at + blanks) && !nextPiece(input, at)?.or) at += blanks
  const values: string[] = []
  const isList = input[at] === '(' && input.indexOf(')', at) > 0
  if (isList) at++
  while (at < input.length && values.length < MOST_VALUES) {
    const value = isList ? listed(input, at) : valueAt(input, at)
    at = value.end
    if (value.text.trim()) values.push(value.text.trim())
    if (isList ? input[at] === ')' : !/[,،]/.test(input[at] ?? '')) break
    if (!isList || /[,،\s]/.test(input[at] ?? '')) at++
  }
  if (isList && input[at] === ')') at++
  return { field, not, values: [...new Set(values)], span: { start, end: at } }
}

/** A value in brackets, where blanks part too and an OR between two says nothing new. */
function listed(input: string, at: number): { text: string; end: number } {
  const value = valueAt(input, at, ')')
  return /^(?:OR|\||أو|او)$/u.test(value.text) ? { text: '', end: value.end } : value
}

/** A value in quotation marks, or up to a blank or a comma. */
function valueAt(input: string, at: number, stop = ''): { text: string; end: number } {
  if (isQuote(input[at])) {
    const close = closingQuote(input, at)
    return { text: input.slice(at + 1, close), end: close + 1 }
  }
  let end = at
  while (end < input.length && !/[\s,،]/u.test(input[end] as string) && input[end] !== stop && !isQuote(input[end]))
    end++
  return { text: input.slice(at, end), end }
}
