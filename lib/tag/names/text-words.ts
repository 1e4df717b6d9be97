import { type WordFacts, wordFacts } from '#lib/tag/names/word-facts.ts'
import { type Folded, fold, foldText } from '#lib/text/fold.ts'
import { wordSpans } from '#lib/text/words.ts'

/** A word of a text with what is known of it and of its neighbourhood. */
export type TextWord = {
  /** Folded, with whatever particles. */
  text: string
  start: number
  end: number
  /** As it is written, marks included. */
  shown: string
  facts: WordFacts
  arabic: boolean
  /** What stands between this word and the next one; words of one name have nothing but a space or a hyphen there. */
  after: string
  joined: boolean
}

export type NameText = { original: string; folded: Folded; words: TextWord[] }

/** Cuts a text into words and looks each up. Places are those of the folded text. */
export function nameText(original: string): NameText {
  const folded = fold(original)
  const spans = wordSpans(folded.text)
  // Papers of Egypt write إلي and علي for إلى and على: there علي is hardly ever a man.
  const withoutMaqsura = /(?:^|[^\p{L}])[إا]لي(?![\p{L}])/u.test(original)
  const words = spans.map(({ text, start, end }, i): TextWord => {
    const after = folded.text.slice(end, spans[i + 1]?.start ?? folded.text.length)
    const place = folded.toOriginal(start, end)
    const shown = original.slice(place.start, place.end)
    const arabic = text >= '\u0620' && text <= '\u06ff'
    return {
      text,
      start,
      end,
      shown,
      arabic,
      after,
      joined: i + 1 < spans.length && /^(?: {1,2}|-|\u2011|')$/.test(after),
      facts: factsOf(text, shown, withoutMaqsura),
    }
  })
  return { original, folded, words }
}

/** على and علي fold to one; only the second is a name. */
function factsOf(text: string, shown: string, withoutMaqsura: boolean): WordFacts {
  const facts = wordFacts(text)
  return facts.given > 0 && FOLDED_ON.has(text) && (withoutMaqsura || /ى$/.test(shown))
    ? { ...facts, given: 0, family: 0 }
    : facts
}

const FOLDED_ON = new Set(['على', 'وعلى', 'فعلى'].map(foldText))
