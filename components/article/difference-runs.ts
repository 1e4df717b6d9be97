import type { Span } from '#lib/text/fold.ts'

/** A word of either text and what became of it, as lib/compare/word-difference.ts tells it. */
type Token = {
  op: 'same' | 'insert' | 'delete'
  a: Span | null
  b: Span | null
  mark: 'figure' | 'negation' | 'name' | null
}

/** A stretch that is the same, left out or added; parts that deserve a second look are set apart. */
export type DifferenceRun = { op: Token['op']; parts: { text: string; mark: Token['mark'] }[]; cut?: boolean }

/** Unchanged words shown on either side of a change; what is between is left out, and said so. */
const AROUND = 12

/**
 * Words as a screen shows them: neighbours of one kind together, with the punctuation of their own text between them,
 * and long unchanged stretches cut to what stands around the changes. Pure.
 */
export function differenceRuns(a: string, b: string, tokens: readonly Token[]): DifferenceRun[] {
  const groups: Token[][] = []
  for (const token of tokens) {
    const last = groups.at(-1)
    if (last?.[0]?.op === token.op) last.push(token)
    else groups.push([token])
  }
  return groups.flatMap((group, i) => {
    const op = group[0]?.op ?? 'same'
    const text = op === 'insert' ? b : a
    if (op !== 'same' || group.length <= AROUND * 2) return [{ op, parts: partsOf(text, group) }]
    const runs: DifferenceRun[] = []
    if (i > 0) runs.push({ op, parts: partsOf(text, group.slice(0, AROUND)) })
    runs.push({ op, parts: [], cut: true })
    if (i < groups.length - 1) runs.push({ op, parts: partsOf(text, group.slice(-AROUND)) })
    return runs
  })
}

function partsOf(text: string, group: readonly Token[]): DifferenceRun['parts'] {
  const parts: DifferenceRun['parts'] = []
  let at = -1
  for (const token of group) {
    const place = token.op === 'insert' ? token.b : token.a
    if (!place) continue
    const gap = at < 0 ? '' : text.slice(at, place.start).replace(/\s+/g, ' ')
    const word = text.slice(place.start, place.end)
    at = place.end
    const last = parts.at(-1)
    if (last && last.mark === null && token.mark === null) last.text += gap + word
    else {
      if (gap && last) last.mark === null ? (last.text += gap) : parts.push({ text: gap, mark: null })
      parts.push({ text: word, mark: token.mark })
    }
  }
  return parts
}
