import { type Folded, fold } from '#lib/text/fold.ts'
import { type Tokens, tokensOf } from '#lib/text/lexicon.ts'

/** A text as the stages compare, match and index it: folded, and cut into words. */
export type Analysed = { folded: Folded; tokens: Tokens }

/** The stages ask for the headline and the text of one article after the other. */
const KEPT = 4
const last: { original: string; analysed: Analysed }[] = []

/** Folds a text and cuts it into words, once for all the stages that ask for it in turn. */
export function analysed(original: string): Analysed {
  const known = last.find((kept) => kept.original === original)
  if (known) return known.analysed
  const folded = fold(original)
  const fresh = { folded, tokens: tokensOf(folded.text) }
  if (last.length === KEPT) last.shift()
  last.push({ original, analysed: fresh })
  return fresh
}
