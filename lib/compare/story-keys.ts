import {
  ANCHOR_WORDS,
  anchorWord,
  capitalisedWords,
  type EventAnchors,
  eventAnchors,
} from '#lib/compare/event-anchors.ts'
import { datelineWords, leadActors, leadTowns } from '#lib/compare/lead-actors.ts'
import { type StoryFacts, storyFacts } from '#lib/compare/story-facts.ts'
import { termKey } from '#lib/compare/story-terms.ts'
import { type TermCounts, termCounts } from '#lib/compare/term-counts.ts'
import { foldedWords } from '#lib/text/words.ts'

/** An article as stories see it, before anything is known of the corpus: term keys in order, and its facts. */
export type StoryKeys = {
  title: Int32Array
  text: Int32Array
  terms: TermCounts
  facts: StoryFacts
  anchors: EventAnchors
}

/** News says first what happened; what follows so many words is background that other stories share. */
export const STORY_WORDS = 400

/** Makes an article ready for `storyVector`. */
export function storyKeys(article: { title: string | null; text: string }): StoryKeys {
  const titleWords = foldedWords(article.title ?? '')
  const textWords = foldedWords(article.text).slice(0, STORY_WORDS)
  const words = [...titleWords, ...textWords.slice(0, ANCHOR_WORDS)].map(anchorWord)
  const capitalised = capitalisedWords(article.text)
  const facts = storyFacts(titleWords, textWords, {
    towns: leadTowns(words, { from: titleWords.length, count: datelineWords(article.text) }),
    actors: leadActors(words, capitalised),
  })
  const title = Int32Array.from(titleWords, termKey)
  const text = Int32Array.from(textWords, termKey)
  return {
    title,
    text,
    terms: termCounts(title, text),
    facts,
    anchors: eventAnchors(words, capitalised, facts.places),
  }
}
