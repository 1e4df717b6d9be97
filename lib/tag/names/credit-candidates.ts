import type { NameCandidate } from '#lib/tag/names/name-candidate.ts'
import type { TextWord } from '#lib/tag/names/text-words.ts'

/** Names of papers and agencies that are other words as well, where they stand as a credit: «(الفرنسية)», الدوحة - الراية. */
export function creditCandidates(words: readonly TextWord[], listed: readonly NameCandidate[]): NameCandidate[] {
  const doubtful = listed
    .filter(({ kind, from, to }) => kind === 'organisation' && isCredit(words, from, to))
    .map((name): NameCandidate => ({ ...name, score: Math.max(name.score, 0.6) + 0.3, because: ['listed', 'quoted'] }))
  // Pictures of the French agency are credited by its adjective alone.
  const french = words.flatMap(({ text, after }, at): NameCandidate[] =>
    text === 'الفرنسيه' && /\(\s*$/.test(words[at - 1]?.after ?? '') && /^\s*[)-]/.test(after)
      ? [{ from: at, to: at + 1, kind: 'organisation', score: 1.5, particle: 0, because: ['quoted'] }]
      : [],
  )
  return [...doubtful, ...french]
}

/** In quotes or brackets by itself, or between a dash and a colon. */
function isCredit(words: readonly TextWord[], from: number, to: number): boolean {
  const before = words[from - 1]?.after ?? ''
  const after = words[to - 1]?.after ?? ''
  return (
    (/["«“'(]\s*$/.test(before) && /^\s*["»”')-]/.test(after)) || (/[-–]\s*$/.test(before) && /^\s*[-–:]/.test(after))
  )
}
