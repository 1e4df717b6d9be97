import { hash } from 'node:crypto'
import { bandKeys } from '#lib/compare/band-keys.ts'
import { type ComparableText, figureOf, isFigure } from '#lib/compare/comparable-text.ts'
import { ANCHOR_WORDS, anchorWord, capitalisedWords, eventAnchors } from '#lib/compare/event-anchors.ts'
import type { Fingerprint } from '#lib/compare/fingerprint.ts'
import { datelineWords, leadActors, leadTowns } from '#lib/compare/lead-actors.ts'
import { minhash } from '#lib/compare/minhash.ts'
import { shingleSequence, shingleSet } from '#lib/compare/shingle-set.ts'
import { storyFacts } from '#lib/compare/story-facts.ts'
import { STORY_WORDS, type StoryKeys } from '#lib/compare/story-keys.ts'
import { termKey } from '#lib/compare/story-terms.ts'
import { termCounts } from '#lib/compare/term-counts.ts'
import { analysed } from '#lib/text/analysed.ts'
import { spellingsOf, WordMemo } from '#lib/text/lexicon.ts'

/** All that comparing needs to know of an article. */
export type PreparedArticle = { print: Fingerprint; text: ComparableText; keys: StoryKeys }

/** Words of the lead that facts are read from, with some to spare. */
const FACT_WORDS = 80

const TERM_KEYS = new WordMemo(termKey)
const FIGURES = new WordMemo((word) => (isFigure(word) ? figureOf(word) : null))
const ANCHORS = new WordMemo(anchorWord)

/**
 * Prepares an article: gives what `fingerprint`, `comparableText` and `storyKeys` give, several times faster, because
 * what is known of a word is kept from one article to the next.
 */
export function prepareArticle(article: { title: string | null; text: string }): PreparedArticle {
  const { tokens } = analysed(article.text)
  const title = analysed(article.title ?? '').tokens
  const { ids, lexicon } = tokens
  const hashes = new Uint32Array(ids.length)
  for (let i = 0; i < ids.length; i++) hashes[i] = lexicon.hashes[ids[i] as number] as number
  const sequence = shingleSequence(hashes)
  const signature = minhash(sequence)
  const words = ANCHORS.of(title).concat(ANCHORS.of(tokens, ANCHOR_WORDS))
  const capitalised = capitalisedWords(article.text)
  const facts = storyFacts(spellingsOf(title), spellingsOf(tokens, FACT_WORDS), {
    towns: leadTowns(words, { from: title.ids.length, count: datelineWords(article.text) }),
    actors: leadActors(words, capitalised),
  })
  const keys = { title: new Int32Array(TERM_KEYS.of(title)), text: new Int32Array(TERM_KEYS.of(tokens, STORY_WORDS)) }
  return {
    print: {
      checksum: hash('sha256', spellingsOf(tokens).join(' ')),
      signature,
      bands: bandKeys(signature),
      wordCount: ids.length,
    },
    text: {
      words: hashes,
      shingles: shingleSet(sequence),
      figures: [...new Set(FIGURES.found(tokens))],
    },
    keys: {
      ...keys,
      terms: termCounts(keys.title, keys.text),
      facts,
      anchors: eventAnchors(words, capitalised, facts.places),
    },
  }
}
