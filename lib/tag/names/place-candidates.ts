import type { NameCandidate } from '#lib/tag/names/name-candidate.ts'
import type { NameMemory } from '#lib/tag/names/name-memory.ts'
import { PLACE_HEADS_INSIDE } from '#lib/tag/names/places.ts'
import type { TextWord } from '#lib/tag/names/text-words.ts'
import { foldText } from '#lib/text/fold.ts'

const INSIDE = new Set(PLACE_HEADS_INSIDE.map(foldText))
const IN = new Set('في الي من نحو قرب عبر'.split(' '))
const LONGEST = 3

/** Names behind the word for a place, behind a preposition, and those seen as places before. */
export function placeCandidates(
  words: readonly TextWord[],
  memory: NameMemory,
  listed: readonly NameCandidate[],
): NameCandidate[] {
  const places = Map.groupBy(
    listed.filter(({ kind, particle }) => kind === 'place' && particle === 0),
    ({ from }) => from,
  )
  return words.flatMap((word, at) => [
    ...behindHead(words, at, places.get(at + 1) ?? []),
    ...(word.arabic ? single(words, at, memory) : []),
  ])
}

function behindHead(words: readonly TextWord[], head: number, places: readonly NameCandidate[]): NameCandidate[] {
  const { facts, text, joined } = words[head] as TextWord
  if (!facts.placeHead || facts.article || !joined) return []
  const bare = INSIDE.has(text) ? text : text.replace(/^(?:[وفبلك]|[وف][بلك])(?=...)/, '')
  const inside = INSIDE.has(bare)
  const found: NameCandidate[] = []
  const particle = inside ? text.length - bare.length : 0
  // مطار بيروت: the head and a place of the list.
  if (inside)
    for (const { to, score } of places)
      found.push({ from: head, to, kind: 'place', score: score + 0.4, particle, because: ['place-before'] })
  for (let at = head + 1; at < words.length && at - head <= LONGEST; at++) {
    const word = words[at] as TextWord
    if (at > head + 1 && !words[at - 1]?.joined) break
    const { facts: known } = word
    if (known.small || known.demonym || known.speech || known.placeHead || /\d/.test(word.text)) break
    if (at > head + 1 && (known.ordinary || /^[وبل]/.test(word.text))) break
    if (known.ordinary && !known.article && known.given + known.family === 0) break
    const score = (known.ordinary ? (inside ? 0 : -0.2) : 1.6) + (at - head - 1) * 0.4
    found.push({
      from: inside ? head : head + 1,
      to: at + 1,
      kind: 'place',
      score: score + (inside ? 0.8 : 0),
      particle,
      because: ['place-before'],
    })
  }
  return found
}

function single(words: readonly TextWord[], at: number, memory: NameMemory): NameCandidate[] {
  const { facts, text } = words[at] as TextWord
  if (facts.small || facts.demonym || facts.ordinary) return []
  const before = words[at - 1]
  const behindIn = before?.joined === true && IN.has(before.text.replace(/^[وف](?=..)/, ''))
  const seen = memory.worth(text, 'place')
  if (seen === 0 || /\d/.test(text)) return []
  const looks = facts.article || facts.given + facts.family > 0 || text.length < 4 ? -0.6 : 0.5
  return [
    {
      from: at,
      to: at + 1,
      kind: 'place',
      score: looks + (behindIn ? 0.2 : -0.5) + seen,
      particle: memory.particleOf(text),
      because: [...(behindIn ? (['preposition'] as const) : []), ...(seen > 0 ? (['seen-before'] as const) : [])],
    },
  ]
}
