import type { NameKind } from '#lib/tag/names/kinds.ts'

/** Words that may be a name: their places (end exclusive), letters of the first that are a particle, and why. */
export type NameCandidate = {
  from: number
  to: number
  kind: NameKind
  score: number
  particle: number
  because: NameReason[]
}

/** What speaks for a name; told to the editor, and counted apart in the figures (list or context). */
export type NameReason =
  | 'listed'
  | 'given-name'
  | 'family-name'
  | 'title'
  | 'office'
  | 'verb'
  | 'nationality'
  | 'foreign-letters'
  | 'head'
  | 'place-before'
  | 'preposition'
  | 'seen-before'
  | 'quoted'
  | 'sport'
  | 'capitals'
