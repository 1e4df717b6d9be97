import { joinAnchors } from '#lib/compare/anchor-vector.ts'
import { isPrecise, type PublishedSpan } from '#lib/compare/published-span.ts'
import { blend } from '#lib/compare/sparse-vector.ts'
import { joinedLookups, type StoryVector } from '#lib/compare/story-vector.ts'

/** A story as new articles are compared with it: the mean of its articles. Plain values, kept in a row. */
export type StoryCentroid = StoryVector & {
  /** Texts it was made of; copies of one text count once. */
  size: number
  /** First, last and mean publication, in hours since 1970; null while no article has a day. */
  time: { first: number; last: number; middle: number; dated: number } | null
}

/** A story remembers what its articles share, not all that each says. */
const KEPT_WORDS = 300
const KEPT_PHRASES = 400
const KEPT_ANCHORS = 200
const KEPT_HEADLINES = 40
const KEPT_ACTORS = 20

/** A story that begins with this article. */
export function beginStory(article: StoryVector, at: PublishedSpan | null): StoryCentroid {
  return { ...article, size: 1, time: extend(null, at) }
}

/** The story with this article in it; the given one stays as it is. */
export function joinStory(story: StoryCentroid, article: StoryVector, at: PublishedSpan | null): StoryCentroid {
  const words = blend(story.words, story.size, article.words, KEPT_WORDS)
  const anchors = joinAnchors(story.anchors, article.anchors, KEPT_ANCHORS)
  const union = <T>(a: T[], b: T[]): T[] => [...new Set([...a, ...b])]
  const facts = {
    places: union(story.facts.places, article.facts.places),
    towns: union(story.facts.towns, article.facts.towns),
    deaths: union(story.facts.deaths, article.facts.deaths),
    weekdays: union(story.facts.weekdays, article.facts.weekdays),
    actors: newActors(story.facts.actors, article.facts.actors),
    languages: union(story.facts.languages, article.facts.languages),
    headlines: union(story.facts.headlines, article.facts.headlines).slice(-KEPT_HEADLINES),
  }
  return {
    words,
    phrases: blend(story.phrases, story.size, article.phrases, KEPT_PHRASES),
    anchors,
    lookups: joinedLookups(words, anchors, facts, story.lookups, article.lookups),
    facts,
    size: story.size + 1,
    time: extend(story.time, at),
  }
}

/** Persons of either; one that is known already by a word of the name is no other. */
function newActors(known: number[][], more: number[][]): number[][] {
  const keys = new Set(known.flat())
  return [...known, ...more.filter((name) => !name.some((key) => keys.has(key)))].slice(0, KEPT_ACTORS)
}

/** The story with one more copy of a text it has: its time grows, and what the copy is headed with is known. */
export function joinCopy(story: StoryCentroid, headlines: number[], at: PublishedSpan | null): StoryCentroid {
  const time = extend(story.time, at)
  const others = headlines.filter((headline) => !story.facts.headlines.includes(headline))
  if (others.length === 0) return { ...story, time }
  const facts = { ...story.facts, headlines: [...story.facts.headlines, ...others].slice(-KEPT_HEADLINES) }
  return { ...story, facts, lookups: joinedLookups(story.words, story.anchors, facts, story.lookups), time }
}

/** A month tells no day: it finds a story but does not stretch it. */
function extend(time: StoryCentroid['time'], at: PublishedSpan | null): StoryCentroid['time'] {
  if (!isPrecise(at)) return time
  const middle = (at.from + at.to) / 2
  if (time === null) return { first: at.from, last: at.to, middle, dated: 1 }
  return {
    first: Math.min(time.first, at.from),
    last: Math.max(time.last, at.to),
    middle: (time.middle * time.dated + middle) / (time.dated + 1),
    dated: time.dated + 1,
  }
}
