import type { TagVocabulary } from '#lib/tag/compile-vocabulary.ts'
import { findMatches } from '#lib/tag/find-matches.ts'
import { readyText } from '#lib/tag/ready-text.ts'
import { settleNames } from '#lib/tag/settle-names.ts'
import type { Subject } from '#lib/tag/vocabulary-rows.ts'
import type { Span } from '#lib/text/fold.ts'

export type NameSpan = Span & { subject: Subject; quote: string }

/**
 * The names of entities and countries in a text, to be marked on the screen: UTF-16 units, in order, none overlapping.
 * Where an entity's name holds a country's, the entity is marked.
 */
export function nameSpans(text: string, vocabulary: TagVocabulary): NameSpan[] {
  const ready = readyText(text, vocabulary)
  const spans: NameSpan[] = []
  for (const layer of ['entities', 'countries'] as const) {
    const taken = [...spans]
    for (const { start, end, subject, quote } of settleNames(findMatches(ready, layer))) {
      if (!taken.some((other) => start < other.end && other.start < end)) spans.push({ start, end, subject, quote })
    }
  }
  return spans.sort((a, b) => a.start - b.start)
}
