import { alignWords } from '#lib/compare/align-words.ts'
import { isFigure } from '#lib/compare/comparable-text.ts'
import type { Span } from '#lib/text/fold.ts'
import { originalWords, type Word } from '#lib/text/words.ts'

export type DifferenceOp = 'same' | 'insert' | 'delete'
/** What deserves a second look where it changed: a number or weekday, a negation, a name (by its capital letter). */
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
    'لا لم لن ما ليس ليست ليسوا غير دون بدون عدم نفي نفت ينفي تنفي ' +
    'no not never neither nor without cannot deny denies denied ' +
    'ne pas jamais aucun aucune sans ni dement'
  ).split(' '),
)

/**
 * The difference of two texts, word by word, in reading order: deletions before the insertions that replace them.
 * Words are compared folded, so that a changed hamza or a vowel mark is no change; places are those of the originals.
 */
export function wordDifference(a: string, b: string): DifferenceToken[] {
  const before = originalWords(a).words
  const after = originalWords(b).words
  const tokens: DifferenceToken[] = []
  let i = 0
  let j = 0
  const upTo = (endA: number, endB: number) => {
    for (; i < endA; i++) tokens.push({ op: 'delete', a: place(before[i]), b: null, mark: markOf(before[i], a) })
    for (; j < endB; j++) tokens.push({ op: 'insert', a: null, b: place(after[j]), mark: markOf(after[j], b) })
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

function markOf(word: Word | undefined, original: string): ChangeMark | null {
  if (!word) return null
  if (isFigure(word.text)) return 'figure'
  if (NEGATIONS.has(word.text)) return 'negation'
  return /^\p{Lu}/u.test(original.slice(word.start, word.end)) ? 'name' : null
}
