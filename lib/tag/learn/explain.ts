import { type Features, NONE, slotsOf } from '#lib/tag/learn/features.ts'
import type { LearnedTerm, ModelIndex } from '#lib/tag/learn/model.ts'
import type { TagMatch } from '#lib/tag/suggest-tags.ts'
import { analysed } from '#lib/text/analysed.ts'

/** Words of an article that spoke for a term, as they stand in it, with what they added to the raw score. */
export type Reason = TagMatch & { weight: number }

/** A reader takes in so many words. */
const MOST_REASONS = 4

/** The words that weighed most for a term, heaviest first; each stands where it first occurs. Pure. */
export function explain(
  article: { title: string; text: string },
  features: Features,
  index: ModelIndex,
  term: number,
): Reason[] {
  const { terms, weights } = index.model
  const { unit } = terms[term] as LearnedTerm
  const { columns, values } = index.row(features)
  const spoke = new Map<number, number>()
  columns.forEach((column, i) => {
    const weight = (weights[column * terms.length + term] as number) * unit * (values[i] as number)
    if (weight > 0.05) spoke.set(index.model.dictionary.slots[column] as number, weight)
  })
  const heaviest = [...spoke].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 3 * MOST_REASONS)
  const found = placesOf(article, new Map(heaviest))
  const reasons: Reason[] = []
  for (const [slot, weight] of heaviest) {
    const match = found.get(slot)
    // A word and the pair it stands in are one reason.
    const isNew = match && !reasons.some((r) => r.field === match.field && r.start < match.end && match.start < r.end)
    if (isNew) reasons.push({ ...match, weight: Math.round(weight * 100) / 100 })
    if (reasons.length === MOST_REASONS) break
  }
  return reasons
}

/** Where each of these slots first occurs; the text before the title, for there it can be marked. */
function placesOf(article: { title: string; text: string }, wanted: Map<number, number>): Map<number, TagMatch> {
  const found = new Map<number, TagMatch>()
  for (const field of ['text', 'title'] as const) {
    const original = article[field]
    const slots = slotsOf(original)
    const { folded, tokens } = analysed(original)
    const endOf = (word: number) =>
      (tokens.starts[word] as number) + (tokens.lexicon.words[tokens.ids[word] as number] as string).length
    for (let i = 0; i < slots.length && found.size < wanted.size; i++) {
      const slot = slots[i] as number
      if (slot === NONE || !wanted.has(slot) || found.has(slot)) continue
      const word = i >> 1
      const first = i % 2 === 1 ? word - 1 : word
      const { start, end } = folded.toOriginal(tokens.starts[first] as number, endOf(word))
      found.set(slot, { quote: original.slice(start, end), start, end, field })
    }
  }
  return found
}
