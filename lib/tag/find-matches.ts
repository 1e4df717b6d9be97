import type { KnownWord, Layer, Start } from '#lib/tag/compile-vocabulary.ts'
import { endOf, type ReadyText, startOf, wordAt } from '#lib/tag/ready-text.ts'
import type { Entry } from '#lib/tag/trie.ts'
import type { Span } from '#lib/text/fold.ts'

/** A name or term found: its place in the original text, the place of its first word, what it may stand for. */
export type Match = Span & { quote: string; wordIndex: number; entries: Entry[] }

type Candidate = { from: number; to: number; length: number; entries: Entry[]; start: Start }

/** Everything of a layer that stands in the text, longest first, none overlapping another, in order of place. */
export function findMatches(ready: ReadyText, layer: Layer): Match[] {
  const taken = new Set<number>()
  const chosen: Candidate[] = []
  for (const candidate of candidates(ready, layer).sort((a, b) => b.length - a.length || a.from - b.from)) {
    let free = true
    for (let i = candidate.from; i < candidate.to; i++) if (taken.has(i)) free = false
    if (!free) continue
    for (let i = candidate.from; i < candidate.to; i++) taken.add(i)
    if (candidate.entries.some((entry) => entry.subject)) chosen.push(candidate)
  }
  return chosen.sort((a, b) => a.from - b.from).map((candidate) => toMatch(ready, candidate))
}

function candidates(ready: ReadyText, layer: Layer): Candidate[] {
  const { known } = ready
  const found: Candidate[] = []
  for (let i = 0; i < known.length; i++) {
    for (const start of (known[i] as KnownWord)[layer]) {
      let node = start.node
      for (let last = i; ; last++) {
        if (node.entries.length > 0) collect(ready, found, i, last + 1, node.entries, start)
        if (node.next.size === 0 || last + 1 >= known.length) break
        const key = layer === 'topics' ? (known[last + 1] as KnownWord).termKey : wordAt(ready, last + 1)
        const next = node.next.get(key)
        if (!next || !joins(ready, last)) break
        node = next
      }
    }
  }
  return found
}

/** Names that are no demonym take no ال: القطر is no Qatar. A phrase in Latin letters must have its capitals. */
function collect(
  ready: ReadyText,
  found: Candidate[],
  from: number,
  end: number,
  entries: Entry[],
  start: Start,
): void {
  const holding = entries.filter(
    (entry) =>
      (!start.withoutArticle || entry.role === 'demonym' || entry.role === 'term') &&
      hasCapitals(ready, from, end, entry.capitals),
  )
  // Entries that mark different words of one phrase are different matches.
  for (const entry of holding) {
    const at = from + entry.from
    const same = found.find((c) => c.from === at && c.to === from + entry.to && c.length === end - from)
    if (!same) found.push({ from: at, to: from + entry.to, length: end - from, entries: [entry], start })
    // An exception to the word as it is written holds against what is left of it without its first letter: كسبها, سبها.
    else if (same.start === start || same.entries.some(({ subject }) => subject)) same.entries.push(entry)
  }
}

/** Words of one phrase stand side by side: no comma, full stop or line between them. */
function joins(ready: ReadyText, index: number): boolean {
  const between = ready.folded.text.slice(endOf(ready, index), startOf(ready, index + 1))
  return between === ' ' || !/[\n,;:!?،؛؟()«»"“”[\]]|\.\s/.test(between)
}

function hasCapitals(ready: ReadyText, from: number, end: number, capitals: Entry['capitals']): boolean {
  if (!capitals) return true
  const { start, end: stop } = ready.folded.toOriginal(startOf(ready, from), endOf(ready, end - 1))
  const shown = ready.original.slice(start, stop)
  return capitals === 'all' ? shown === shown.toUpperCase() : /^\p{Lu}/u.test(shown)
}

function toMatch(ready: ReadyText, { from, to, entries }: Candidate): Match {
  const span = ready.folded.toOriginal(startOf(ready, from), endOf(ready, to - 1))
  return { ...span, quote: ready.original.slice(span.start, span.end), wordIndex: from, entries }
}
