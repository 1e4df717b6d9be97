import { sharedAnchors, tellsOtherNumbers } from '#lib/compare/anchor-vector.ts'
import { eventConflicts, type FactReason } from '#lib/compare/event-conflicts.ts'
import { isPrecise, type PublishedSpan } from '#lib/compare/published-span.ts'
import { dot } from '#lib/compare/sparse-vector.ts'
import type { StoryCentroid } from '#lib/compare/story-centroid.ts'
import type { StoryVector } from '#lib/compare/story-vector.ts'

export type EventReason =
  | FactReason
  | { kind: 'time'; hours: number; factor: number }
  | { kind: 'other-numbers'; factor: number }
  | { kind: 'runner-up'; score: number }

export type EventMatch = {
  /** `words` · phrase factor · time factor · conflicts, 0 to 1. */
  score: number
  /** One event where the score reaches it. */
  threshold: number
  /** Cosine of the terms, and of the pairs of neighbouring terms. */
  words: number
  phrases: number
  /** How much they share of names, numbers, countries and things, whatever the language. */
  anchors: number
  because: EventReason[]
}

/** Reports of one event thin out within days: at 48 hours a report must be nearer by two thirds, at 96 none counts. */
const DECAY_HOURS = 48
export const WINDOW_HOURS = 96
/** An event is told for so long around its middle; what goes on longer is an affair of several stories. */
const EVENT_HOURS = 72

/** Independent reports share some phrases (names, a communique); two events of one subject share words alone. */
const WITHOUT_PHRASES = 0.25
const ENOUGH_PHRASES = 0.15
/** So do reports in other words that share names and numbers. */
const ENOUGH_ANCHORS = 0.35

/** Two tongues share no words: there the anchors alone must say it. Unrelated reports of a region share this much. */
const CHANCE_ANCHORS = 0.16
/** What is shared beyond chance, as a score of words: 0.2 is possible, 0.3 sure. */
const ANCHOR_GAIN = 1.5

/** A score that needs no comparison with other stories. */
const SURE = 0.2
/** Under this nothing is one event; without a day to go by, the words must say more. */
const POSSIBLE = 0.06
const POSSIBLE_IN_MONTH = 0.08
const POSSIBLE_UNDATED = 0.12
/** Between the two, the story must be nearer than the next one by this much. */
const CLEARLY = 1.6
/** The mean of many texts is near to all that is said of their subject: it must be reached by more. */
const BY_SIZE = 0.3

/** Nearly the same words with other numbers are the next issue of a bulletin: prices, weather, results. */
const SAME_TEMPLATE = 0.45
const OTHER_ISSUE = 0.1

/** How many hours a time lies outside a story; 0 inside it, or where either has no day. */
export function hoursApart(at: PublishedSpan | null, story: StoryCentroid): number {
  if (at === null || story.time === null) return 0
  const { first, last, middle } = story.time
  const fromEdge = Math.max(first - at.to, at.from - last)
  const fromMiddle = Math.max(middle - at.to, at.from - middle) - EVENT_HOURS
  return Math.max(0, fromEdge, fromMiddle)
}

/**
 * How well an article fits a story, 0 to 1: the cosine of their terms, less where they share no phrases, less with the
 * days between, less with each fact that conflicts.
 */
export function eventScore(article: StoryVector, story: StoryCentroid, at: PublishedSpan | null): number {
  const hours = hoursApart(at, story)
  if (hours > WINDOW_HOURS) return 0
  const inTime = timeFactor(hours)
  const words = dot(article.words, story.words)
  const foreign = toldElsewhere(article, story)
  if (words * inTime < POSSIBLE && !foreign) return 0
  const anchors = sharedAnchors(article.anchors, story.anchors)
  const near = inTime * nearness(words, dot(article.phrases, story.phrases), anchors, foreign)
  if (near < POSSIBLE) return 0
  return near * eventConflicts(article.facts, story.facts).factor * issueFactor(words, article, story)
}

/** The score that makes an article part of a story, given the score of the next best story. */
export function eventThreshold(at: PublishedSpan | null, story: StoryCentroid, runnerUp: number): number {
  const possible =
    at === null || story.time === null ? POSSIBLE_UNDATED : isPrecise(at) ? POSSIBLE : POSSIBLE_IN_MONTH
  return Math.max(possible, Math.min(SURE, runnerUp * CLEARLY)) * (1 + BY_SIZE * Math.log(story.size))
}

/**
 * Does this article tell of that story's event? With the reasons, for people.
 *
 * @param at when the article was published; null or a month where no day is known.
 * @param runnerUp the score that the next best story has for this article.
 */
export function sameEvent(
  article: StoryVector,
  story: StoryCentroid,
  at: PublishedSpan | null,
  runnerUp = 0,
): EventMatch {
  const hours = hoursApart(at, story)
  const words = dot(article.words, story.words)
  const phrases = dot(article.phrases, story.phrases)
  const anchors = sharedAnchors(article.anchors, story.anchors)
  const facts = eventConflicts(article.facts, story.facts)
  const because: EventReason[] = [...facts.because]
  const issue = issueFactor(words, article, story)
  if (issue < 1) because.push({ kind: 'other-numbers', factor: issue })
  if (hours > 0) because.push({ kind: 'time', hours, factor: timeFactor(hours) })
  if (runnerUp > 0) because.push({ kind: 'runner-up', score: runnerUp })
  return {
    score: nearness(words, phrases, anchors, toldElsewhere(article, story)) * timeFactor(hours) * facts.factor * issue,
    threshold: eventThreshold(at, story, runnerUp),
    words,
    phrases,
    anchors,
    because,
  }
}

const timeFactor = (hours: number): number =>
  hours > WINDOW_HOURS ? 0 : Math.exp(-(hours * hours) / (2 * DECAY_HOURS * DECAY_HOURS))

const issueFactor = (words: number, article: StoryVector, story: StoryVector): number =>
  words >= SAME_TEMPLATE && tellsOtherNumbers(article.anchors, story.anchors) ? OTHER_ISSUE : 1

/** A story that is told in a tongue that is not this article's. */
const toldElsewhere = (article: StoryVector, story: StoryVector): boolean =>
  story.facts.languages.some((language) => !article.facts.languages.includes(language))

function nearness(words: number, phrases: number, anchors: number, foreign: boolean): number {
  const backed = Math.min(1, Math.max(phrases / ENOUGH_PHRASES, anchors / ENOUGH_ANCHORS))
  const told = words * (WITHOUT_PHRASES + (1 - WITHOUT_PHRASES) * backed)
  return foreign ? Math.max(told, (anchors - CHANCE_ANCHORS) * ANCHOR_GAIN) : told
}
