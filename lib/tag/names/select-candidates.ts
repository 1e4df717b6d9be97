import type { NameCandidate } from '#lib/tag/names/name-candidate.ts'

/**
 * Of candidates that overlap, those that together have the highest score, none over another. Candidates with a score of
 * nothing or less are left out. In order of place.
 * @param length number of words of the text
 */
export function selectCandidates(candidates: readonly NameCandidate[], length: number): NameCandidate[] {
  const ending: NameCandidate[][] = Array.from({ length: length + 1 }, () => [])
  for (const candidate of candidates) if (candidate.score > 0) ending[candidate.to]?.push(candidate)
  const best = new Float64Array(length + 1)
  const last: (NameCandidate | null)[] = [null]
  for (let to = 1; to <= length; to++) {
    best[to] = best[to - 1] as number
    last[to] = null
    for (const candidate of ending[to] ?? []) {
      const score = (best[candidate.from] as number) + candidate.score
      if (score > (best[to] as number)) {
        best[to] = score
        last[to] = candidate
      }
    }
  }
  const chosen: NameCandidate[] = []
  for (let to = length; to > 0; ) {
    const candidate = last[to]
    if (candidate) chosen.push(candidate)
    to = candidate ? candidate.from : to - 1
  }
  return chosen.reverse()
}
