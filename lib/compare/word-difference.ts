import { alignWords } from '#lib/compare/align-words.ts'
import { isFigure } from '#lib/compare/comparable-text.ts'
import { anchorWord } from '#lib/compare/event-anchors.ts'
import type { Span } from '#lib/text/fold.ts'
import { withoutPrefix } from '#lib/text/stem.ts'
import { originalWords, type Word } from '#lib/text/words.ts'

/** Shorter words are particles oftener than names; so are those that go on with "and" or "for", or have the article. */
const LEAST_LETTERS = 4
const JOINED = /^[وفل]|^[بك]?ال/

const NO_NAMES: ReadonlySet<string> = new Set()

export type DifferenceOp = 'same' | 'insert' | 'delete'
/**
 * What deserves a second look where it changed: a number or weekday, a negation, a name (by its capital letter; in Arabic
 * a country, what follows a title or a kind of place, and names that are known).
 */
export type ChangeMark = 'figure' | 'negation' | 'name'

export type DifferenceToken = {
  op: DifferenceOp
  /** Place in the first text; null for what was inserted. */
  a: Span | null
  /** Place in the second text; null for what was deleted. */
  b: Span | null
  /** Only on what changed. */
  mark: ChangeMark | null
}

const NEGATIONS = new Set(
  (
    'لا لم لن ليس ليست ليسوا غير دون بدون عدم نفي نفت ينفي تنفي ' +
    'no not never neither nor without cannot deny denies denied ' +
    'ne pas jamais aucun aucune sans ni dement'
  ).split(' '),
)
/** غير أن is "however". */
const HOWEVER = /^ان(?:ه|ها|هم|هما|نا|ني)?$/
/** ما is "what" far oftener than "not": it denies in ما زال alone. */
const STILL = /^(?:زال|زالت|زالوا|زلنا|زلت)$/

/**
 * The difference of two texts, word by word, in reading order: deletions before the insertions that replace them.
 * Words are compared folded, so that a changed hamza or a vowel mark is no change; places are those of the originals.
 * @param names folded words of names that are known to be in these texts
 */
export function wordDifference(a: string, b: string, names: ReadonlySet<string> = NO_NAMES): DifferenceToken[] {
  const before = originalWords(a).words
  const after = originalWords(b).words
  const tokens: DifferenceToken[] = []
  let i = 0
  let j = 0
  const upTo = (endA: number, endB: number) => {
    for (; i < endA; i++) tokens.push({ op: 'delete', a: place(before[i]), b: null, mark: markOf(before, i, a, names) })
    for (; j < endB; j++) tokens.push({ op: 'insert', a: null, b: place(after[j]), mark: markOf(after, j, b, names) })
  }
  for (const run of alignWords(before.map(text), after.map(text))) {
    upTo(run.a, run.b)
    for (let k = 0; k < run.words; k++, i++, j++) {
      tokens.push({ op: 'same', a: place(before[i]), b: place(after[j]), mark: null })
    }
  }
  upTo(before.length, after.length)
  return tokens
}

const text = (word: Word): string => word.text

const place = (word: Word | undefined): Span => ({ start: word?.start ?? 0, end: word?.end ?? 0 })

function markOf(words: readonly Word[], i: number, original: string, names: ReadonlySet<string>): ChangeMark | null {
  const word = words[i]
  if (!word) return null
  if (isFigure(word.text)) return 'figure'
  if (isNegation(word.text, words[i + 1]?.text ?? '')) return 'negation'
  return /^\p{Lu}/u.test(original.slice(word.start, word.end)) || isArabicName(words, i, names) ? 'name' : null
}

function isNegation(word: string, next: string): boolean {
  if (word === 'غير') return !HOWEVER.test(next)
  if (word === 'ما') return STILL.test(next)
  // "didn't" is two words here.
  return NEGATIONS.has(word) || (next === 't' && word.endsWith('n'))
}

function isArabicName(words: readonly Word[], i: number, names: ReadonlySet<string>): boolean {
  const { text: word } = words[i] as Word
  if (names.has(word) || names.has(withoutPrefix(word))) return true
  const is = anchorWord(word)
  if (is.country !== 0 && word.length >= LEAST_LETTERS) return true
  const before = words[i - 1]
  const mayBeName = is.arabic && is.consonants > 1 && word.length >= LEAST_LETTERS && !JOINED.test(word)
  return mayBeName && before !== undefined && anchorWord(before.text).introduces
}
