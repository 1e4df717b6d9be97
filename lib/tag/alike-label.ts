import { termKey } from '#lib/tag/term-key.ts'
import { foldedWords } from '#lib/text/words.ts'

/** One topic's names, in any number of languages. */
export type Labelled = { id: string; labels: (string | null)[] }

/** Names this long differ by one letter only where one of them is a slip. */
const LONG_ENOUGH = 8

/**
 * The first of `known` that has one of `labels` already, or all but: the same words in another order, number, case or
 * with the article, or a long name with one letter more, less, or another. Two topics of such names share their
 * articles at random. Pure.
 */
export function alikeLabel<K extends Labelled>(labels: (string | null)[], known: K[]): K | null {
  const asked = labels.flatMap(readLabel)
  if (asked.length === 0) return null
  const isAlike = (label: Read) => asked.some(({ key, words }) => key === label.key || isSlip(words, label.words))
  return known.find((topic) => topic.labels.flatMap(readLabel).some(isAlike)) ?? null
}

type Read = { key: string; words: string }

function readLabel(label: string | null): Read[] {
  const words = label ? foldedWords(label) : []
  return words.length > 0 ? [{ key: words.map(termKey).sort().join(' '), words: words.join(' ') }] : []
}

/** Whether one letter more, less, or another makes one of the other. */
function isSlip(a: string, b: string): boolean {
  const [short, long] = [Math.min(a.length, b.length), Math.max(a.length, b.length)]
  if (short < LONG_ENOUGH || long - short > 1) return false
  let start = 0
  while (start < short && a[start] === b[start]) start++
  let end = 0
  while (end < short - start && a.at(-1 - end) === b.at(-1 - end)) end++
  return long - start - end === 1
}
