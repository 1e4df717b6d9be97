import { creditCandidates } from '#lib/tag/names/credit-candidates.ts'
import type { NameKind } from '#lib/tag/names/kinds.ts'
import { latinCandidates } from '#lib/tag/names/latin-candidates.ts'
import { listedCandidates } from '#lib/tag/names/listed-candidates.ts'
import { type NameList, referenceNames } from '#lib/tag/names/listed-names.ts'
import type { NameCandidate, NameReason } from '#lib/tag/names/name-candidate.ts'
import { NameMemory } from '#lib/tag/names/name-memory.ts'
import { organisationCandidates } from '#lib/tag/names/organisation-candidates.ts'
import { personCandidates } from '#lib/tag/names/person-candidates.ts'
import { placeCandidates } from '#lib/tag/names/place-candidates.ts'
import { selectCandidates } from '#lib/tag/names/select-candidates.ts'
import { sportCandidates } from '#lib/tag/names/sport-candidates.ts'
import { type NameText, nameText } from '#lib/tag/names/text-words.ts'
import type { Span } from '#lib/text/fold.ts'

/** A name in a text: its place (UTF-16 units of the text as it is stored), what it names, why, how sure (0 to 1). */
export type FoundName = Span & { kind: NameKind; quote: string; because: NameReason[]; score: number }

let reference: NameList | undefined

/** The names in a text, by list and by context, in order, none overlapping. Pure. */
export function findNames(text: string, list?: NameList): FoundName[] {
  return findNamesTogether([text], list)[0] as FoundName[]
}

/**
 * The same for texts of one archive, which help each other: whom one of them names in full, another names in short.
 * @returns the names of each text
 */
export function findNamesTogether(
  texts: readonly string[],
  list: NameList = (reference ??=
    referenceNames()),
): FoundName[][] {
  const ready = texts.map(nameText)
  const memory = new NameMemory()
  const nothing = new NameMemory()
  for (const text of ready) memory.add(text, candidatesOf(text, list, nothing))
  return ready.map((text) => candidatesOf(text, list, memory).map((name) => shown(text, name)))
}

function candidatesOf({ words }: NameText, list: NameList, memory: NameMemory): NameCandidate[] {
  const listed = listedCandidates(words, list)
  const all = [
    ...listed,
    ...personCandidates(words, memory, listed),
    ...placeCandidates(words, memory, listed),
    ...organisationCandidates(words, memory, listed),
    ...sportCandidates(words, listed),
    ...creditCandidates(words, listed),
    ...latinCandidates(words, memory),
  ]
  return selectCandidates(all, words.length)
}

function shown(
  { original, folded, words }: NameText,
  { from, to, kind, score, particle, because }: NameCandidate,
): FoundName {
  const start = (words[from]?.start ?? 0) + particle
  const span = folded.toOriginal(start, words[to - 1]?.end ?? start)
  return {
    ...span,
    kind,
    quote: original.slice(span.start, span.end),
    because,
    score: Math.round((1 - Math.exp(-score)) * 1000) / 1000,
  }
}
