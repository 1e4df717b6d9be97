import { anchorVector } from '#lib/compare/anchor-vector.ts'
import type { Idf } from '#lib/compare/document-frequency.ts'
import { KeyNotes } from '#lib/compare/key-notes.ts'
import { heaviestKeys, heaviestOf, normalise, type SparseVector } from '#lib/compare/sparse-vector.ts'
import type { StoryFacts } from '#lib/compare/story-facts.ts'
import type { StoryKeys } from '#lib/compare/story-keys.ts'
import { NO_TERM } from '#lib/compare/story-terms.ts'
import { mix32 } from '#lib/text/shingles.ts'

/** What an article or a story is about. */
export type StoryVector = {
  /** tf-idf of the terms. */
  words: SparseVector
  /** Pairs of neighbouring terms: a name with its title, "exchange of intelligence". */
  phrases: SparseVector
  /** Names, numbers, countries and things, whatever the language: what they tell, not scaled. */
  anchors: SparseVector
  /** Keys of the heaviest terms and anchors, by which stories are looked up: made for an `int[]` column with a GIN index. */
  lookups: Int32Array
  facts: StoryFacts
}

/** Terms and anchors that a story is looked up by. */
const LOOKUP_TERMS = 30
const LOOKUP_ANCHORS = 30
const LOOKUP_HEADLINES = 4
/** Headlines, then a term, an anchor, and so on: of so many, an article is looked up by the first. */
export const PROBES = 32

/** What a story or an article is looked up by, what tells most first. */
export const lookupsOf = (
  words: SparseVector,
  anchors: SparseVector,
  { headlines }: Pick<StoryFacts, 'headlines'>,
): Int32Array => interleaved(headlines, heaviestKeys(words, LOOKUP_TERMS), heaviestKeys(anchors, LOOKUP_ANCHORS))

/** The same for a story and an article that joins it: what tells most of both is among what told most of either. */
export function joinedLookups(
  words: SparseVector,
  anchors: SparseVector,
  { headlines }: StoryFacts,
  ...likely: Int32Array[]
): Int32Array {
  return interleaved(headlines, heaviestOf(words, likely, LOOKUP_TERMS), heaviestOf(anchors, likely, LOOKUP_ANCHORS))
}

function interleaved(headlines: number[], terms: Int32Array, anchors: Int32Array): Int32Array {
  const all = headlines.slice(-LOOKUP_HEADLINES)
  for (let i = 0, j = 0; i < terms.length || j < anchors.length; ) {
    if (i < terms.length) all.push(terms[i++] as number)
    if (j < anchors.length) all.push(anchors[j++] as number)
  }
  return Int32Array.from(all)
}

/** What a vector is made of. */
export type VectorKeys = Pick<StoryKeys, 'text' | 'terms' | 'anchors'> & { facts: Pick<StoryFacts, 'headlines'> }
/** What an article is about, beside the facts that were read from it. */
export type ArticleVector = Omit<StoryVector, 'facts'>

/** An article as a vector, with its facts. */
export const storyVector = (keys: StoryKeys, idf: Idf): StoryVector => ({
  ...articleVector(keys, idf),
  facts: keys.facts,
})

/**
 * An article as a vector: (1 + ln tf) · idf for each term, the headline's counted more, and the like for pairs of
 * neighbouring terms, whose idf is the sum of their terms' (measured as good as counting pairs, and needs no count).
 */
export function articleVector({ text, terms, facts, anchors: named }: VectorKeys, idf: Idf): ArticleVector {
  const { keys, counts } = terms
  const weights = new Float32Array(keys.length)
  for (let i = 0; i < keys.length; i++) {
    weights[i] = (1 + Math.log(counts[i] as number)) * idf(keys[i] as number)
  }
  const words = normalise({ keys, weights })
  const anchors = anchorVector(named, idf)
  const phrases = phraseVector(text, idf)
  return { words, phrases, anchors, lookups: lookupsOf(words, anchors, facts) }
}

/** The key of two neighbouring terms. */
export const phraseKey = (first: number, second: number): number => mix32(Math.imul(first, 31) + second) | 0

/** Working space of {@link phraseVector}, empty in between. */
const notes = new KeyNotes()

/** Weights of neighbouring pairs of terms. */
function phraseVector(text: Int32Array, idf: Idf): SparseVector {
  let before: number = NO_TERM
  let tellsBefore = 0
  for (let i = 0; i < text.length; i++) {
    const key = text[i] as number
    if (key === NO_TERM) continue
    const tells = idf(key)
    // Said again it counts by half more: what a text repeats is its subject, but never ten times as much.
    if (before !== NO_TERM) notes.add(phraseKey(before, key), tellsBefore + tells, (tellsBefore + tells) / 2)
    before = key
    tellsBefore = tells
  }
  const { keys, values } = notes.take()
  return normalise({ keys, weights: values })
}
