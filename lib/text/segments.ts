import type { Span } from '#lib/text/fold.ts'

/** A stretch of a text over which the same marks lie. */
export type Segment<M> = Span & { text: string; marks: M[] }

/**
 * Cuts a block of a text wherever a mark begins or ends, so that marks may overlap and cross blocks. The segments cover
 * the block without gaps, in order; each knows the marks over it, the longest first.
 * @param marks spans of the whole text, in any order; empty ones and those elsewhere are left out
 */
export function segments<M extends Span>(text: string, block: Span, marks: readonly M[]): Segment<M>[] {
  const here = marks.filter((m) => m.end > m.start && m.start < block.end && m.end > block.start)
  const cuts = new Set([block.start, block.end])
  for (const { start, end } of here) {
    cuts.add(Math.max(start, block.start))
    cuts.add(Math.min(end, block.end))
  }
  const places = [...cuts].sort((a, b) => a - b)
  const longestFirst = here.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
  return places.slice(0, -1).map((start, i) => {
    const end = places[i + 1] as number
    return {
      start,
      end,
      text: text.slice(start, end),
      marks: longestFirst.filter((m) => m.start < end && m.end > start),
    }
  })
}
