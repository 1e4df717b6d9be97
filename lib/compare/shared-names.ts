import {
  ANCHOR_WORDS,
  type AnchorWord,
  anchorWord,
  capitalisedWords,
  eventAnchors,
  isNumberKey,
  isPairKey,
} from '#lib/compare/event-anchors.ts'
import { type SparseVector, weightOf } from '#lib/compare/sparse-vector.ts'
import type { Span } from '#lib/text/fold.ts'
import { originalWords } from '#lib/text/words.ts'

/** Something that article and story share: as the article writes it, and how much it counts. */
export type Shared = { quote: string; span: Span; share: number }

/** Names read one by one are shown from here on: introduced by a title, of two words, or capitalised. */
const SURE = 0.6
/** Words before a name that may introduce it. */
const REACH = 2

/**
 * The names and numbers of a text that a story has too, whatever the language or the spelling there: by the anchors that
 * the two are compared by (lib/compare/event-anchors.ts). In the order of the text.
 */
export function sharedNames(text: string, story: SparseVector): { names: Shared[]; numbers: Shared[] } {
  const words = originalWords(text).words.slice(0, ANCHOR_WORDS)
  const anchored = words.map((word) => anchorWord(word.text))
  const capitalised = capitalisedWords(text)
  const things = new Set(anchored.flatMap((word) => [word.thing, word.country]))
  const seen = new Set<number>()
  const names: Shared[] = []
  const numbers: Shared[] = []
  for (let i = 0; i < words.length; i++) {
    const from = Math.min(Math.max(0, i - REACH), firstOfNumber(anchored, i))
    const { keys, sure } = eventAnchors(anchored.slice(from, i + 1), capitalised, [])
    keys.forEach((key, k) => {
      const share = weightOf(story, key)
      if (share === 0 || seen.has(key) || things.has(key)) return
      if (!isNumberKey(key) && (sure[k] as number) < SURE) return
      seen.add(key)
      const first = isNumberKey(key) ? firstOfNumber(anchored, i) : isPairKey(key) ? i - 1 : i
      const span = { start: (words[first] as Span).start, end: (words[i] as Span).end }
      ;(isNumberKey(key) ? numbers : names).push({ quote: text.slice(span.start, span.end), span, share })
    })
  }
  return { names: withoutParts(names), numbers: withoutParts(numbers) }
}

/** Where a number begins that is written as several words: خمسة عشر, 1.9 مليار. */
function firstOfNumber(words: readonly AnchorWord[], last: number): number {
  let first = last
  while (words[first - 1]?.number) first--
  return first
}

/** A name of two words says what either of them does; so does a number. */
const withoutParts = (names: Shared[]): Shared[] =>
  names.filter(
    ({ span }) =>
      !names.some(
        (other) =>
          other.span !== span &&
          other.span.start <= span.start &&
          other.span.end >= span.end &&
          other.span.end - other.span.start > span.end - span.start,
      ),
  )
