import { NO_TERM } from '#lib/compare/story-terms.ts'

/** The distinct terms of an article, keys ascending, and how often each counts. */
export type TermCounts = { keys: Int32Array; counts: Uint32Array }

/** A headline's word counts as this many of the text. */
const TITLE_BOOST = 2

/** Counts the terms of a headline and a text, given by their keys. */
export function termCounts(title: Int32Array, text: Int32Array): TermCounts {
  const all = new Int32Array(title.length * TITLE_BOOST + text.length)
  for (let i = 0; i < TITLE_BOOST; i++) all.set(title, i * title.length)
  all.set(text, title.length * TITLE_BOOST)
  all.sort()
  const counts = new Uint32Array(all.length)
  let distinct = 0
  for (let start = 0, end = 0; start < all.length; start = end) {
    const key = all[start] as number
    while (end < all.length && all[end] === key) end++
    if (key === NO_TERM) continue
    all[distinct] = key
    counts[distinct++] = end - start
  }
  return { keys: all.slice(0, distinct), counts: counts.slice(0, distinct) }
}
