import { shingleSequence, shingleSet, wordHashes } from '#lib/compare/shingle-set.ts'
import { foldedWords } from '#lib/text/words.ts'

/** A text made ready to be compared with many: typed arrays and a few strings, a tenth of the text's own size. */
export type ComparableText = {
  /** Hash of each folded word, in order. */
  words: Uint32Array
  /** Distinct shingle hashes, ascending. */
  shingles: Uint32Array
  /** What a template changes from day to day: numbers and weekdays, distinct, in order of appearance. */
  figures: string[]
}

/** Weekdays, folded, without the article: "closed higher on Tuesday" is another day's report than "on Wednesday". */
const WEEKDAYS = new Set(
  (
    'احد اثنين ثلاثاء اربعاء خميس جمعه سبت الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت ' +
    'monday tuesday wednesday thursday friday saturday sunday ' +
    'lundi mardi mercredi jeudi vendredi samedi dimanche'
  ).split(' '),
)

/** Arabic writes "and", "with", "for" together with a number: و14 is 14. */
const GLUED_NUMBER = /^[وفبلك]{1,2}(?=\d)/
/** Agencies that type from right to left write 42.3 as 3ر42. */
const REVERSED_DECIMAL = /^(\d+)ر(\d+)$/

/** A number or a weekday, which a template changes from day to day. */
export const isFigure = (word: string): boolean => {
  const c = word.charCodeAt(0)
  return (c >= 48 && c <= 57) || WEEKDAYS.has(word) || GLUED_NUMBER.test(word)
}

/** A figure as it is compared: papers disagree on which sign groups thousands, so 606,724 and 606.724 are one number. */
export const figureOf = (word: string): string =>
  word.replace(GLUED_NUMBER, '').replace(REVERSED_DECIMAL, '$2$1').replaceAll(/[.,]/g, '')

/** Makes a text ready for {@link sameText}. */
export function comparableText(text: string): ComparableText {
  return comparableWords(foldedWords(text))
}

/** The same for folded words that are at hand already. */
export function comparableWords(
  words: readonly string[],
  hashes = wordHashes(words),
  sequence = shingleSequence(hashes),
) {
  const figures = new Set<string>()
  for (const word of words) if (isFigure(word)) figures.add(figureOf(word))
  return { words: hashes, shingles: shingleSet(sequence), figures: [...figures] } satisfies ComparableText
}
