import type { Match } from '#lib/tag/find-matches.ts'
import type { Entry } from '#lib/tag/trie.ts'
import type { Subject } from '#lib/tag/vocabulary-rows.ts'

/** A name that stands for one subject in this article. */
export type NamedMatch = Match & { subject: Subject; entry: Entry }

export const subjectKey = (subject: Subject): string => `${subject.kind}:${subject.id}`

/**
 * Decides what each name stands for. A name that is ambiguous, or that several subjects share, counts for the one that
 * the article also names in a way that is sure; where that is none, or two alike, it counts for nobody.
 */
export function settleNames(matches: Match[]): NamedMatch[] {
  const sure = new Map<string, number>()
  for (const match of matches) {
    const entry = onlyEntry(match)
    if (!entry?.subject || entry.ambiguous) continue
    const key = subjectKey(entry.subject)
    sure.set(key, (sure.get(key) ?? 0) + 1)
  }
  const settled: NamedMatch[] = []
  for (const match of matches) {
    const only = onlyEntry(match)
    const entry = only && !only.ambiguous ? only : likeliest(match.entries, sure)
    if (entry?.subject) settled.push({ ...match, subject: entry.subject, entry })
  }
  return settled
}

const onlyEntry = (match: Match): Entry | undefined => (match.entries.length === 1 ? match.entries[0] : undefined)

function likeliest(entries: Entry[], sure: Map<string, number>): Entry | null {
  let best: Entry | null = null
  let most = 0
  for (const entry of entries) {
    const count = entry.subject ? (sure.get(subjectKey(entry.subject)) ?? 0) : 0
    if (count === most) best = null
    if (count > most) {
      most = count
      best = entry
    }
  }
  return best
}
