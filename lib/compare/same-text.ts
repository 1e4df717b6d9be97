import type { ComparableText } from '#lib/compare/comparable-text.ts'
import { type Passage, sharedPassages } from '#lib/compare/shared-passages.ts'
import { overlap, SHINGLE_WORDS } from '#lib/compare/shingle-set.ts'

/** exact: the same words; edited, shortened: one text; contains: one holds much of the other and is another article. */
export type SameTextKind = 'exact' | 'edited' | 'shortened' | 'contains'

export type SameText = {
  kind: SameTextKind
  /** Of the folded word 3-shingles, 0 to 1. */
  jaccard: number
  /** Share of the shorter text's shingles that the longer one has. */
  containment: number
  /** Longest runs of words they share, longest first; indexes of folded words. */
  passages: Passage[]
  changes: TextChanges
}

export type TextChanges = {
  /** Numbers and weekdays that one has and the other has not. */
  figuresOnlyInA: string[]
  figuresOnlyInB: string[]
  /** Distinct shingles that only one has: how much was cut or added. */
  onlyInA: number
  onlyInB: number
}

export type TextRelation = Omit<SameText, 'passages'>

/** How much a shingle says: 1, and less the more often the source or the whole corpus repeats it. */
export type Commonness = (shingle: number) => number

/** Copies share half of what either says. On pairs found by brute force, uniting from here keeps precision at .99. */
export const UNITES_FROM_JACCARD = 0.5
/** What is left without boilerplate must still be shared to this degree. */
const WEIGHTED_FLOOR = 0.4
/** A relation of its own: uniting by it would chain a round-up to all that it quotes. */
export const CONTAINS_FROM = 0.7
/** Below this many words a text is a caption or a bulletin line, and must be shared nearly whole. */
const SHORT_WORDS = 20
const SHORT_JACCARD = 0.8
/** A shortened copy is a true part of the other: hardly anything in it is new. */
const PART_FROM = 0.9

/**
 * Are these one text? Verifies a pair that the fingerprints propose.
 *
 * @returns the relation with its evidence, or null where they are two texts: too little shared, what is shared is
 *   boilerplate, or a template filled with other figures (the price of the day, prayer times).
 */
export function sameText(a: ComparableText, b: ComparableText, commonness?: Commonness): SameText | null {
  const relation = relateTexts(a, b, commonness)
  return relation && { ...relation, passages: sharedPassages(a.words, b.words) }
}

/** {@link sameText} without looking for the passages, which takes as long again. */
export function relateTexts(a: ComparableText, b: ComparableText, commonness?: Commonness): TextRelation | null {
  const { jaccard, containment, shared, onlyA, onlyB } = overlap(a.shingles, b.shingles)
  if (shared === 0 || (jaccard < UNITES_FROM_JACCARD && containment < CONTAINS_FROM)) return null
  const changes: TextChanges = {
    figuresOnlyInA: a.figures.filter((figure) => !b.figures.includes(figure)),
    figuresOnlyInB: b.figures.filter((figure) => !a.figures.includes(figure)),
    onlyInA: onlyA,
    onlyInB: onlyB,
  }
  const kind = kindOf(a, b, jaccard, containment, changes)
  if (kind === null) return null
  if (commonness && kind !== 'exact') {
    const weighted = overlap(a.shingles, b.shingles, commonness)
    if (kind === 'contains' ? weighted.containment < CONTAINS_FROM : weighted.jaccard < WEIGHTED_FLOOR) return null
  }
  return { kind, jaccard, containment, changes }
}

function kindOf(
  a: ComparableText,
  b: ComparableText,
  jaccard: number,
  containment: number,
  changes: TextChanges,
): SameTextKind | null {
  if (jaccard === 1 && sameWords(a.words, b.words)) return 'exact'
  if (isTemplate(a, b, changes)) return null
  const shorter = Math.min(a.words.length, b.words.length)
  const longer = Math.max(a.words.length, b.words.length)
  if (shorter < SHORT_WORDS) {
    const changed = Math.min(changes.figuresOnlyInA.length, changes.figuresOnlyInB.length)
    return jaccard >= SHORT_JACCARD && changed === 0 ? 'edited' : null
  }
  if (jaccard >= UNITES_FROM_JACCARD) return containment >= PART_FROM && shorter < longer * 0.9 ? 'shortened' : 'edited'
  return containment >= CONTAINS_FROM ? 'contains' : null
}

/**
 * The same sentences with other figures: both sides have their own, most of them differ, and they explain what differs
 * (a changed word touches three shingles on either side; as much again is allowed for the words around it, and for the
 * names that change too where no figure is left in common). A correction changes one figure of several; an edited
 * report changes its wording too.
 */
function isTemplate(a: ComparableText, b: ComparableText, changes: TextChanges): boolean {
  const { figuresOnlyInA, figuresOnlyInB, onlyInA, onlyInB } = changes
  const changed = Math.min(figuresOnlyInA.length, figuresOnlyInB.length)
  const fewer = Math.min(a.figures.length, b.figures.length)
  if (changed < 2 || changed * 2 <= fewer) return false
  const explained = SHINGLE_WORDS * (figuresOnlyInA.length + figuresOnlyInB.length)
  return onlyInA + onlyInB <= explained * (changed === fewer ? 4 : 2)
}

function sameWords(a: Uint32Array, b: Uint32Array): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}

/** Does this relation make one duplicate group of two articles? */
export const unites = (relation: TextRelation | null): boolean => relation !== null && relation.kind !== 'contains'
