import type { DifferenceToken } from '#lib/compare/word-difference.ts'
import { foldText } from '#lib/text/fold.ts'
import { stem } from '#lib/text/stem.ts'
import { foldedWords } from '#lib/text/words.ts'

type Sides = { a: string[]; b: string[] }
/** Words that only one of two texts has, and that deserve a second look: each once, as it is written. */
export type Changed = { figures: Sides; names: Sides; negations: Sides }

const KINDS = { figure: 'figures', name: 'names', negation: 'negations' } as const

/**
 * What changed between two texts, by kind: a word that both have, only elsewhere, is no change. Nor is a name that the
 * other text has anywhere in another form: الجزائر and الجزائرية.
 */
export function changedWords(a: string, b: string, tokens: readonly DifferenceToken[]): Changed {
  const changed: Changed = { figures: { a: [], b: [] }, names: { a: [], b: [] }, negations: { a: [], b: [] } }
  for (const { mark, a: inA, b: inB } of tokens) {
    if (mark === null) continue
    if (inA) changed[KINDS[mark]].a.push(a.slice(inA.start, inA.end))
    else if (inB) changed[KINDS[mark]].b.push(b.slice(inB.start, inB.end))
  }
  for (const sides of Object.values(changed)) {
    const [ofA, ofB] = [new Set(sides.a), new Set(sides.b)]
    sides.a = [...ofA].filter((word) => !ofB.has(word))
    sides.b = [...ofB].filter((word) => !ofA.has(word))
  }
  const { names } = changed
  names.a = unnamedIn(b, names.a)
  names.b = unnamedIn(a, names.b)
  return changed
}

function unnamedIn(text: string, names: string[]): string[] {
  if (names.length === 0) return names
  const known = new Set(foldedWords(text).map((word) => stem(word)))
  return names.filter((name) => !known.has(stem(foldText(name))))
}
