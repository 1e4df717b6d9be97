import type { StoryFacts } from '#lib/compare/story-facts.ts'

/** A fact that speaks for one event or, with a factor under 1, against it. */
export type FactReason =
  | { kind: 'same-place'; places: string[] }
  | { kind: 'other-place'; article: string[]; story: string[]; factor: number }
  | { kind: 'other-town'; article: string[]; story: string[]; factor: number }
  | { kind: 'other-actors'; factor: number }
  | { kind: 'other-deaths'; article: number[]; story: number[]; factor: number }
  | { kind: 'other-weekday'; article: number[]; story: number[]; factor: number }

/** One conflict weakens: leads name several countries, a toll rises with the hours, papers come out on other days. */
const OTHER_PLACE = 0.6
/** Leads that begin in different countries, in texts that go on to name each other's. */
const OTHER_PLACE_FIRST = 0.85
const OTHER_TOWN = 0.75
const OTHER_DEATHS = 0.5
const OTHER_WEEKDAY = 0.9
/** Each names a person with a title whom the other does not know: another meeting, or another witness of one event. */
const OTHER_ACTORS = 0.8
/** Another place and another number of dead together are another event, however alike the words: under any threshold. */
const OTHER_PLACE_AND_DEATHS = 0.1

/**
 * What the facts of an article and of a story say about their being one event.
 * @param nameEachOther whether each names, anywhere, a country of the other's lead.
 * @param otherActors whether each lead has a person whom the other does not name at all.
 */
export function eventConflicts(
  article: StoryFacts,
  story: StoryFacts,
  nameEachOther: () => boolean,
  otherActors: () => boolean,
): { factor: number; because: FactReason[] } {
  const because: FactReason[] = []
  const shared = article.places.filter((place) => story.places.includes(place))
  if (shared.length > 0) because.push({ kind: 'same-place', places: shared })
  else if (article.places.length > 0 && story.places.length > 0) {
    const factor = nameEachOther() ? OTHER_PLACE_FIRST : OTHER_PLACE
    because.push({ kind: 'other-place', article: article.places, story: story.places, factor })
  }
  if (disjoint(article.towns, story.towns)) {
    because.push({ kind: 'other-town', article: article.towns, story: story.towns, factor: OTHER_TOWN })
  }
  if (otherActors()) because.push({ kind: 'other-actors', factor: OTHER_ACTORS })
  if (disjoint(article.deaths, story.deaths)) {
    because.push({ kind: 'other-deaths', article: article.deaths, story: story.deaths, factor: OTHER_DEATHS })
  }
  if (disjoint(article.weekdays, story.weekdays)) {
    because.push({ kind: 'other-weekday', article: article.weekdays, story: story.weekdays, factor: OTHER_WEEKDAY })
  }
  let factor = 1
  for (const reason of because) if ('factor' in reason) factor *= reason.factor
  const kinds = because.map(({ kind }) => kind)
  if ((kinds.includes('other-place') || kinds.includes('other-town')) && kinds.includes('other-deaths'))
    factor *= OTHER_PLACE_AND_DEATHS
  return { factor, because }
}

const disjoint = <T>(a: T[], b: T[]): boolean => a.length > 0 && b.length > 0 && !a.some((x) => b.includes(x))
