import { introducedBy } from '#lib/tag/names/introduction.ts'
import type { NameCandidate, NameReason } from '#lib/tag/names/name-candidate.ts'
import type { NameMemory } from '#lib/tag/names/name-memory.ts'
import { isLink, mayBegin, personWorth, type Run } from '#lib/tag/names/person-worth.ts'
import type { TextWord } from '#lib/tag/names/text-words.ts'

/** Names of people have hardly more words. */
const LONGEST = 7
/** What a name must have beyond its words. */
const NEEDED = 1.2

/** Runs of words that may be the name of a person. */
export function personCandidates(
  words: readonly TextWord[],
  memory: NameMemory,
  found: readonly NameCandidate[],
): NameCandidate[] {
  const listed = new Set(found.filter((c) => c.kind === 'person' && c.to === c.from + 1).map((c) => c.from))
  return words.flatMap((word, from) =>
    word.arabic && mayBegin(word)
      ? runsFrom({ words, from, introduction: introducedBy(words, from), memory, listed })
      : [],
  )
}

function runsFrom(run: Run): NameCandidate[] {
  const { words, from, introduction, memory } = run
  const first = words[from] as TextWord
  const particle = first.facts.particle || memory.particleOf(first.text)
  const because = new Set<NameReason>(introduction.because)
  const runs: NameCandidate[] = []
  let score = introduction.score - NEEDED
  for (let at = from; at < words.length && at - from < LONGEST; at++) {
    if (at > from && !words[at - 1]?.joined) break
    const worth = personWorth(run, at)
    if (worth === null) break
    score += worth.score
    if (worth.reason) because.add(worth.reason)
    // No name ends with بن or عبد.
    if (!isLink(words[at] as TextWord))
      runs.push({ from, to: at + 1, kind: 'person', score, particle, because: [...because] })
  }
  return runs
}
