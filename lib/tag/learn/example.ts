import type { Features } from '#lib/tag/learn/features.ts'

/** An article and what was decided about it; terms are places in the list of terms that is learnt. */
export type Example = {
  features: Features
  /** Terms that it has. */
  yes: readonly number[]
  /** Terms that it was said not to have; `others` where it has been gone through, and has no others. */
  no: readonly number[] | 'others'
  /** What the words of the terms themselves say (suggest-tags.ts), 0 to 1. */
  hints: readonly Hint[]
}

export type Hint = { term: number; score: number }
