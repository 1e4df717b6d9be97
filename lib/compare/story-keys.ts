import {
  ANCHOR_WORDS,
  anchorWord,
  capitalisedWords,
  type EventAnchors,
  eventAnchors,
} from '#lib/compare/event-anchors.ts'
import { leadActors, leadTowns } from '#lib/compare/lead-actors.ts'
import { type StoryFacts, storyFacts } from '#lib/compare/story-facts.ts'
import { termKey } from '#lib/compare/story-terms.ts'
import { foldedWords } from '#lib/text/words.ts'

/** An article as stories see it, before anything is known of the corpus: term keys in order, and its facts. */
export type StoryKeys = { title: Int32Array; text: Int32Array; facts: StoryFacts; anchors: EventAnchors }

/** News says first what happened; what follows so many words is background that other stories share. */
export const STORY_WORDS = 400

/** Makes an article ready for `storyVector`. */
export function storyKeys(article: { title: string | null; text: string }): StoryKeys {
  const title = foldedWords(article.title ?? '')
  const text = foldedWords(article.text).slice(0, STORY_WORDS)
  const words = [...title, ...text.slice(0, ANCHOR_WORDS)].map(anchorWord)
  const capitalised = capitalisedWords(article.text)
  const facts = storyFacts(title, text, { towns: leadTowns(words), actors: leadActors(words, capitalised) })
  return {
    title: Int32Array.from(title, termKey),
    text: Int32Array.from(text, termKey),
    facts,
    anchors: eventAnchors(words, capitalised, facts.places),
  }
}
