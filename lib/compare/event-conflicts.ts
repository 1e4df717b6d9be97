import type { StoryFacts } from '#lib/compare/story-facts.ts'

/** A fact that speaks for one event or, with a factor under 1, against it. */
export type FactReason =
  | { kind: 'same-place'; places: string[] }
  | { kind: 'other-place'; article: string[]; story: string[]; factor: number }
  | { kind: 'other-deaths'; article: number[]; story: number[]; factor: number }
  | { kind: 'other-weekday'; article: number[]; story: number[]; factor: number }

/** One conflict weakens: leads name several countries, a toll rises with the hours, papers come out on other days. */
const OTHER_PLACE = 0.6
/** Leads that begin in different countries, in texts that go on to name each other's. */
const OTHER_PLACE_FIRST = 0.85
const OTHER_DEATHS = 0.7
const OTHER_WEEKDAY = 0.9
/** Another place and another number of dead together are another event, however alike the words: under any threshold. */
const OTHER_PLACE_AND_DEATHS = 0.1

/**
 * What the facts of an article and of a story say about their being one event.
 * @param nameEachOther whether each names, anywhere, a country of the other's lead.
 */
export function eventConflicts(
  article: StoryFacts,
  story: StoryFacts,
  nameEachOther: () => boolean,
): { factor: number; because: FactReason[] } {
  const because: FactReason[] = []
  const shared = article.places.filter((place) => story.places.includes(place))
  if (shared.length > 0) because.push({ kind: 'same-place', places: shared })
  else if (article.places.length > 0 && story.places.length > 0) {
    const factor = nameEachOther() ? OTHER_PLACE_FIRST : OTHER_PLACE
    because.push({ kind: 'other-place', article: article.places, story: story.places, factor })
  }
  if (disjoint(article.deaths, story.deaths)) {
    because.push({ kind: 'other-deaths', article: article.deaths, story: story.deaths, factor: OTHER_DEATHS })
  }
  if (disjoint(article.weekdays, story.weekdays)) {
    because.push({ kind: 'other-weekday', article: article.weekdays, story: story.weekdays, factor: OTHER_WEEKDAY })
  }
  let factor = 1
  for (const reason of because) if ('factor' in reason) factor *= reason.factor
  const kinds = because.map(({ kind }) => kind)
  if (kinds.includes('other-place') && kinds.includes('other-deaths')) factor *= OTHER_PLACE_AND_DEATHS
  return { factor, because }
}

const disjoint = (a: number[], b: number[]): boolean => a.length > 0 && b.length > 0 && !a.some((x) => b.includes(x))
