import { comparableText } from '#lib/compare/comparable-text.ts'
import { type Commonness, type SameTextKind, sameText } from '#lib/compare/same-text.ts'
import { passageSpans, type SharedSpan } from '#lib/compare/shared-spans.ts'

/** Why two texts are held to be one, as data that a screen turns into sentences. */
export type SameTextEvidence = {
  kind: SameTextKind
  jaccard: number
  containment: number
  /** Passages both have, longest first. */
  passages: SharedSpan[]
  figuresOnlyInA: string[]
  figuresOnlyInB: string[]
}

/** Reads two texts for what makes them one; null where they are two. */
export function sameTextEvidence(a: string, b: string, commonness?: Commonness): SameTextEvidence | null {
  const found = sameText(comparableText(a), comparableText(b), commonness)
  return (
    found && {
      kind: found.kind,
      jaccard: found.jaccard,
      containment: found.containment,
      passages: passageSpans(a, b, found.passages),
      figuresOnlyInA: found.changes.figuresOnlyInA,
      figuresOnlyInB: found.changes.figuresOnlyInB,
    }
  )
}
