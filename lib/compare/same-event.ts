import { sharedAnchors, sharedNumbers } from '#lib/compare/anchor-vector.ts'
import { placeKey } from '#lib/compare/event-anchors.ts'
import { eventConflicts, type FactReason } from '#lib/compare/event-conflicts.ts'
import { HeldVector } from '#lib/compare/held-vector.ts'
import { beyondChance, type Meaning, NO_MEANING } from '#lib/compare/meaning.ts'
import { isPrecise, type PublishedSpan } from '#lib/compare/published-span.ts'
import { weightOf } from '#lib/compare/sparse-vector.ts'
import type { StoryCentroid } from '#lib/compare/story-centroid.ts'
import type { StoryVector } from '#lib/compare/story-vector.ts'

export type EventReason =
  | FactReason
  | { kind: 'time'; hours: number; factor: number }
  | { kind: 'other-numbers'; factor: number }
  | { kind: 'same-numbers'; factor: number }
  | { kind: 'same-headline'; factor: number }
  | { kind: 'meaning'; cosine: number }
  | { kind: 'runner-up'; score: number }

export type EventMatch = {
  /** What is shared · time factor · conflicts: 0 to 1, under one headline more. */
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
/**
 * So do reports of one day in other words that share names and numbers: this much more than any two of a desk do.
 * Without a day, shared names say nothing: the same people meet again next month.
 */
const USUAL_ANCHORS = 0.1
const ENOUGH_ANCHORS = 0.2

/** Two tongues share no words: there the anchors alone must say it. Unrelated reports of a region share this much. */
const CHANCE_ANCHORS = 0.13
/** What is shared beyond chance, as a score of words: 0.17 is possible, 0.27 sure. */
const ANCHOR_GAIN = 1.4
/**
 * What is nearer in meaning than chance, as a score of words: a cosine of .6 is nothing by itself, .7 possible where no
 * other story is near, .73 sure.
 */
const MEANING_GAIN = 0.5
/** One slight conflict lessens what meaning says; a grave one, or two, leave it nothing to say: two attacks read alike. */
const SLIGHT = 0.8

/** Where a story is told in this tongue too, its words should have said it. */
const TOLD_IN_BOTH = 0.6

/** A score that needs no comparison with other stories. */
const SURE = 0.2
/** Under this nothing is one event; without a day to go by, the words must say more. */
const POSSIBLE = 0.06
const POSSIBLE_UNDATED = 0.18
/** Between the two, the story must be nearer than the next one by this much. */
const CLEARLY = 1.6
/** The mean of many texts is near to all that is said of their subject: it must be reached by more. */
const BY_SIZE = 0.3

/** Nearly the same words with other numbers are the next issue of a bulletin: prices, weather, results. */
const SAME_TEMPLATE = 0.45
const OTHER_ISSUE = 0.05
const ISSUE_NUMBERS = 3
const ONE_ISSUE_HOURS = 20
const SAME_ISSUE = 0.5
/** In so much the same words another weekday or no number in common make two issues too. */
const SAME_FORM = 0.5
const FORM_NUMBERS = 2
/** Who was received, appointed or inspected is told in fewer same words than a price. */
const SAME_FORM_OF_ACTS = 0.4
/** Two reports of one event mostly share some number, where both give any. */
const NO_NUMBER_SHARED = 0.8
/** Twelve bodies, twenty-seven rescued: two numbers and half of all they could share are no chance, in whatever words. */
const NUMBERS_SHARED = 1.5
/** One headline is one story, also where one paper gives figures and the other quotes: nearer than all its neighbours. */
const SAME_HEADLINE = 3

/** One article is compared with several stories. */
const heldWords = new HeldVector()
const heldPhrases = new HeldVector()

/** An article that ends before `since` or begins after `until` (hours since 1970) is too far from a story to be of it. */
export function windowOf({ time }: StoryCentroid): { since: number; until: number } {
  if (time === null) return { since: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY }
  return {
    since: Math.max(time.first, time.middle - EVENT_HOURS) - WINDOW_HOURS,
    until: Math.min(time.last, time.middle + EVENT_HOURS) + WINDOW_HOURS,
  }
}

/** How many hours a time lies outside a story; 0 inside it, or where either has no day. */
function hoursApart(at: PublishedSpan | null, story: StoryCentroid): number {
  if (at === null || story.time === null) return 0
  const { first, last, middle } = story.time
  const fromEdge = Math.max(first - at.to, at.from - last)
  const fromMiddle = Math.max(middle - at.to, at.from - middle) - EVENT_HOURS
  return Math.max(0, fromEdge, fromMiddle)
}

/**
 * How well an article fits a story, 0 to 1: the cosine of their terms, less where they share neither phrases nor names;
 * across tongues the names, numbers, countries and things; less with the days between and each fact that conflicts.
 * @param meaning how near the two are to an embedding model, where there is one
 */
export function eventScore(
  article: StoryVector,
  story: StoryCentroid,
  at: PublishedSpan | null,
  meaning: Meaning = NO_MEANING,
): number {
  const hours = hoursApart(at, story)
  if (hours > WINDOW_HOURS) return 0
  const inTime = timeFactor(hours)
  const words = heldWords.dot(article.words, story.words)
  const meant = beyondChance(meaning) * MEANING_GAIN
  if (words * inTime < POSSIBLE && meant === 0 && toldElsewhere(article, story) === 0) return 0
  const told = nearness(article, story, at, { words, ...namesAndPhrases(article, story) })
  if (inTime * Math.max(told, meant) * NUMBERS_SHARED < POSSIBLE) return 0
  const facts = conflicts(article, story)
  const near = inTime * Math.max(told, meant > told && isHeard(article, story, facts) ? meant : 0)
  return near * facts.factor * formFactor(words, article, story, at, facts)
}

/** The score that makes an article part of a story, given the score of the next best story. */
export function eventThreshold(at: PublishedSpan | null, story: StoryCentroid, runnerUp: number): number {
  const possible = isDated(at, story) ? POSSIBLE : POSSIBLE_UNDATED
  return Math.max(possible, Math.min(SURE, runnerUp * CLEARLY)) * bySize(story)
}

/**
 * Does this article tell of that story's event? With the reasons, for people.
 *
 * @param at when the article was published; null or a month where no day is known.
 * @param runnerUp the score that the next best story has for this article.
 * @param meaning how near the two are to an embedding model, where there is one.
 */
export function sameEvent(
  article: StoryVector,
  story: StoryCentroid,
  at: PublishedSpan | null,
  runnerUp = 0,
  meaning: Meaning = NO_MEANING,
): EventMatch {
  const hours = hoursApart(at, story)
  const shared = { words: heldWords.dot(article.words, story.words), ...namesAndPhrases(article, story) }
  const facts = conflicts(article, story)
  const because: EventReason[] = [...facts.because]
  const form = formFactor(shared.words, article, story, at, facts)
  if (form < 1) because.push({ kind: 'other-numbers', factor: form })
  if (form > 1) because.push({ kind: form === SAME_HEADLINE ? 'same-headline' : 'same-numbers', factor: form })
  const meant = beyondChance(meaning) * MEANING_GAIN
  if (meant > 0) because.push({ kind: 'meaning', cosine: meaning.cosine })
  if (hours > 0) because.push({ kind: 'time', hours, factor: timeFactor(hours) })
  if (runnerUp > 0) because.push({ kind: 'runner-up', score: runnerUp })
  const near = Math.max(nearness(article, story, at, shared), isHeard(article, story, facts) ? meant : 0)
  return {
    score: near * timeFactor(hours) * facts.factor * form,
    threshold: eventThreshold(at, story, runnerUp),
    ...shared,
    because,
  }
}

const isDated = (at: PublishedSpan | null, story: StoryCentroid): boolean => isPrecise(at) && story.time !== null

const timeFactor = (hours: number): number =>
  hours > WINDOW_HOURS ? 0 : Math.exp(-(hours * hours) / (2 * DECAY_HOURS * DECAY_HOURS))

const bySize = (story: StoryCentroid): number => 1 + BY_SIZE * Math.log(story.size)

const underOneHeadline = (article: StoryVector, story: StoryVector): boolean =>
  article.facts.headlines.some((headline) => story.facts.headlines.includes(headline))

/** The next issue, other numbers, or the same headline: what a bulletin's form says beyond its words. */
function formFactor(
  words: number,
  article: StoryVector,
  story: StoryCentroid,
  at: PublishedSpan | null,
  facts: Conflicts,
): number {
  const underOne = underOneHeadline(article, story)
  if (underOne && onOneDay(at, story)) return SAME_HEADLINE
  const { fewer, same } = sharedNumbers(article.anchors, story.anchors)
  if (words >= SAME_TEMPLATE && fewer >= ISSUE_NUMBERS && same < SAME_ISSUE * fewer) return OTHER_ISSUE
  const otherIn = (kind: EventReason['kind']) => facts.because.some((reason) => reason.kind === kind)
  if (words >= SAME_FORM_OF_ACTS && otherIn('other-actors')) return OTHER_ISSUE
  if (words >= SAME_FORM && (otherIn('other-weekday') || (fewer >= FORM_NUMBERS && same === 0))) return OTHER_ISSUE
  if (underOne) return SAME_HEADLINE
  if (same >= FORM_NUMBERS && same >= SAME_ISSUE * fewer) return NUMBERS_SHARED
  return fewer > 0 && same === 0 ? NO_NUMBER_SHARED : 1
}

/** Less than a day between their middles: of a bulletin, one issue. */
const onOneDay = (at: PublishedSpan | null, { time }: StoryCentroid): boolean =>
  isPrecise(at) && time !== null && Math.abs((at.from + at.to) / 2 - time.middle) < ONE_ISSUE_HOURS

type Conflicts = ReturnType<typeof eventConflicts>

/** Whether meaning may say that two are one event: no grave conflict, nor another issue of a bulletin in other words. */
function isHeard(article: StoryVector, story: StoryVector, facts: Conflicts): boolean {
  if (facts.factor <= SLIGHT) return false
  const { fewer, same } = sharedNumbers(article.anchors, story.anchors)
  return fewer < ISSUE_NUMBERS || same > 0
}

const conflicts = (article: StoryVector, story: StoryVector) =>
  eventConflicts(
    article.facts,
    story.facts,
    () => names(article, story) && names(story, article),
    () => actsAlone(article, story) && actsAlone(story, article),
  )

/** True where the lead of the one has a person whom the other names nowhere. */
const actsAlone = (one: StoryVector, other: StoryVector): boolean =>
  one.facts.actors.some((name) => {
    const known = other.facts.actors.flat()
    return !name.some((key) => weightOf(other.anchors, key) > 0 || known.includes(key))
  })

/** True where the one names a country of the other's lead. */
const names = (one: StoryVector, other: StoryVector): boolean =>
  other.facts.places.some((code) => weightOf(one.anchors, placeKey(code)) > 0)

/** 1 where the story is told in other tongues only, less where it is told in the article's own too, else 0. */
function toldElsewhere(article: StoryVector, story: StoryVector): number {
  const others = story.facts.languages.filter((language) => !article.facts.languages.includes(language)).length
  return others === 0 ? 0 : others === story.facts.languages.length ? 1 : TOLD_IN_BOTH
}

type Shared = Pick<EventMatch, 'words' | 'phrases' | 'anchors'>

const namesAndPhrases = (article: StoryVector, story: StoryVector) => ({
  phrases: heldPhrases.dot(article.phrases, story.phrases),
  anchors: sharedAnchors(article.anchors, story.anchors),
})

/** What is shared, as one number: terms, as far as phrases or names back them; across tongues the anchors alone. */
function nearness(
  article: StoryVector,
  story: StoryCentroid,
  at: PublishedSpan | null,
  { words, phrases, anchors }: Shared,
): number {
  const byNames = isDated(at, story) ? (anchors - USUAL_ANCHORS) / ENOUGH_ANCHORS : 0
  const backed = Math.min(1, Math.max(byNames, phrases / ENOUGH_PHRASES))
  const told = words * (WITHOUT_PHRASES + (1 - WITHOUT_PHRASES) * backed)
  // A story of many texts has many anchors, of which one text shares fewer: its size makes up for that.
  const elsewhere = (anchors - CHANCE_ANCHORS) * ANCHOR_GAIN * toldElsewhere(article, story) * bySize(story)
  return Math.min(1, Math.max(told, elsewhere))
}
