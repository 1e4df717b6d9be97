import type { Subject } from '#lib/tag/vocabulary-rows.ts'

export type Role = 'name' | 'capital' | 'metonym' | 'demonym' | 'term' | 'except'

/** A name or term at the end of its path of words. */
export type Entry = {
  /** Null for a phrase that is nothing of ours and keeps others from matching inside it. */
  subject: Subject | null
  role: Role
  weight: number
  /** Counts only where the subject is sure from elsewhere in the article. */
  ambiguous: boolean
  /** How Latin letters must stand in the text: a name begins with a capital, an abbreviation is all capitals. */
  capitals: 'first' | 'all' | null
  /** The words of the phrase that are the match; the others only make it sure (مالي in «في مالي»). */
  from: number
  to: number
  /** The phrase as the vocabulary writes it. */
  phrase: string
  /** The country that a place lies in. */
  within?: string | null
}

export type TrieNode = { next: Map<string, TrieNode>; entries: Entry[] }

export const newNode = (): TrieNode => ({ next: new Map(), entries: [] })

const ASKED: Entry['capitals'][] = [null, 'first', 'all']
const asksLess = (a: Entry['capitals'], b: Entry['capitals']) => ASKED.indexOf(a) < ASKED.indexOf(b)

/** Puts an entry at the end of a path of words. */
export function insert(root: TrieNode, words: string[], entry: Entry): void {
  let node = root
  for (const word of words) {
    let next = node.next.get(word)
    if (!next) {
      next = newNode()
      node.next.set(word, next)
    }
    node = next
  }
  const same = node.entries.find((e) => e.subject?.id === entry.subject?.id && e.subject?.kind === entry.subject?.kind)
  if (!same) node.entries.push(entry)
  // What is also written with fewer capitals (JNIM, Jnim; Al-Qaida, al-Qaida) is found so too.
  else if (same.role === entry.role && asksLess(entry.capitals, same.capitals)) same.capitals = entry.capitals
}
