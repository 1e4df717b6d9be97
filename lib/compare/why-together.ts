import type { EventMatch } from '#lib/compare/same-event.ts'
import { type Shared, sharedNames } from '#lib/compare/shared-names.ts'
import { placeOf, type SparseVector, weightOf } from '#lib/compare/sparse-vector.ts'
import { NO_TERM, termKey } from '#lib/compare/story-terms.ts'
import { phraseKey, type StoryVector } from '#lib/compare/story-vector.ts'
import type { Span } from '#lib/text/fold.ts'
import { originalWords } from '#lib/text/words.ts'

/** Why an article is in a story, as data that the screen turns into sentences. */
export type WhyTogether = Pick<EventMatch, 'score' | 'threshold' | 'because'> & {
  /** What article and story share, what counts most first: as the article writes it, with its share of the cosine. */
  words: Shared[]
  phrases: Shared[]
  names: Shared[]
  numbers: Shared[]
}

/** Things of a kind that are shown. */
const SHOWN = 8

/** What an article's text shares with its story. @param match what `sameEvent` said of the two. */
export function whyTogether(text: string, article: StoryVector, story: StoryVector, match: EventMatch): WhyTogether {
  const words = new Map<number, Shared>()
  const phrases = new Map<number, Shared>()
  let before: { key: number; start: number } | null = null
  for (const word of originalWords(text).words) {
    const key = termKey(word.text)
    if (key === NO_TERM) continue
    note(words, key, word, text, article.words, story.words)
    if (before)
      note(
        phrases,
        phraseKey(before.key, key),
        { start: before.start, end: word.end },
        text,
        article.phrases,
        story.phrases,
      )
    before = { key, start: word.start }
  }
  const { score, threshold, because } = match
  const { names, numbers } = sharedNames(text, story.anchors)
  return {
    score,
    threshold,
    because,
    words: heaviest(words.values()),
    phrases: heaviest(phrases.values()),
    names: heaviest(names),
    numbers: heaviest(numbers),
  }
}

/** Notes the first place of what both have. */
function note(found: Map<number, Shared>, key: number, at: Span, text: string, a: SparseVector, b: SparseVector): void {
  if (found.has(key) || b.keys[placeOf(key, b.keys)] !== key) return
  const share = weightOf(a, key) * weightOf(b, key)
  if (share > 0) found.set(key, { quote: text.slice(at.start, at.end), span: { start: at.start, end: at.end }, share })
}

const heaviest = (found: Iterable<Shared>): Shared[] => [...found].sort((a, b) => b.share - a.share).slice(0, SHOWN)
