import type { FoundName } from '#lib/tag/names/find-names.ts'
import { NAME_KINDS, type NameKind } from '#lib/tag/names/kinds.ts'

/** Words of a text that somebody labelled, one IOB2 label a word: B-PERS, I-PERS, LOC, ORG; others are no names here. */
export type LabelledText = { tokens: string[]; tags: string[] }

/** How found names agree with labelled ones: right are those of the same words and kind. */
export type NameScore = { right: number; wrong: number; missed: number; precision: number; recall: number; f1: number }

/** The labels that corpora write for our kinds. */
const LABELS: Record<string, NameKind> = {
  PERS: 'person',
  PER: 'person',
  LOC: 'place',
  GPE: 'place',
  ORG: 'organisation',
}

/** The text of labelled words: one space between two. */
export const textOf = ({ tokens }: LabelledText): string => tokens.join(' ')

/** Compares names found in texts with their labels, for each kind and for all. A word counts where any of it is in the span. */
export function scoreNames(
  labelled: readonly LabelledText[],
  found: readonly (readonly FoundName[])[],
): Record<NameKind | 'all', NameScore> {
  const counts = new Map(NAME_KINDS.map((kind) => [kind, { right: 0, wrong: 0, missed: 0 }]))
  labelled.forEach((text, i) => {
    const asked = new Set(labelledNames(text))
    for (const name of found[i] ?? []) {
      const count = counts.get(name.kind)
      if (count) asked.delete(keyOf(text, name)) ? count.right++ : count.wrong++
    }
    for (const key of asked) {
      const count = counts.get(key.split(' ')[0] as NameKind)
      if (count) count.missed++
    }
  })
  const all = { right: 0, wrong: 0, missed: 0 }
  for (const { right, wrong, missed } of counts.values()) {
    all.right += right
    all.wrong += wrong
    all.missed += missed
  }
  const of = (kind: NameKind) => rated(counts.get(kind) ?? { right: 0, wrong: 0, missed: 0 })
  return { person: of('person'), place: of('place'), organisation: of('organisation'), all: rated(all) }
}

function rated({ right, wrong, missed }: Pick<NameScore, 'right' | 'wrong' | 'missed'>): NameScore {
  const precision = right / Math.max(1, right + wrong)
  const recall = right / Math.max(1, right + missed)
  return { right, wrong, missed, precision, recall, f1: (2 * right) / Math.max(1, 2 * right + wrong + missed) }
}

/** Kind, first and last word of each labelled name, as one key. */
function labelledNames({ tags }: LabelledText): string[] {
  const names: string[] = []
  for (let i = 0; i < tags.length; i++) {
    const kind = tags[i]?.startsWith('B-') ? LABELS[tags[i]?.slice(2) ?? ''] : undefined
    if (!kind) continue
    let last = i
    while (tags[last + 1]?.startsWith('I-')) last++
    names.push(`${kind} ${i} ${last}`)
  }
  return names
}

function keyOf({ tokens }: LabelledText, { kind, start, end }: FoundName): string {
  let at = 0
  let first = -1
  let last = -1
  tokens.forEach((token, i) => {
    const stop = at + token.length
    if (first < 0 && start < stop) first = i
    if (at < end) last = i
    at = stop + 1
  })
  return `${kind} ${first} ${last}`
}
