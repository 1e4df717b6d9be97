import { explain } from '#lib/tag/learn/explain.ts'
import { featuresOf } from '#lib/tag/learn/features.ts'
import { type LearnedTerm, likelihood, type ModelIndex } from '#lib/tag/learn/model.ts'
import type { Suggestion } from '#lib/tag/suggest-tags.ts'

/** A topic that nothing but learning found is suggested from this likelihood on; its own words let it stay from the other. */
const SUGGEST_FROM = 0.5
const KEEP_FROM = 0.3
/** From so many decisions on, a topic of which nine in ten were never right is no longer accepted unseen. */
const ENOUGH_DECISIONS = 20

/**
 * Topics found by their words, and topics learnt from decisions, as one list. What was learnt of a topic judges what
 * its words say; a topic of which little is known is suggested as its words say. Pure.
 * @param found what the words of the topics suggest
 */
export function fuse(
  found: readonly Suggestion[],
  article: { title: string; text: string },
  index: ModelIndex,
): Suggestion[] {
  const { terms } = index.model
  const features = featuresOf(article)
  const hints = found.flatMap(({ subject, score }) => {
    const term = index.places.get(subject.id)
    return term === undefined ? [] : [{ term, score }]
  })
  const scores = index.scores(features, hints)
  const byWords = new Map(found.map((suggestion) => [suggestion.subject.id, suggestion]))
  const learnt = terms.flatMap((term, k) => {
    if (!index.places.has(term.id)) return []
    const before = byWords.get(term.id)
    const score = likelihood(term, scores[k] as number)
    if (score < (before ? KEEP_FROM : SUGGEST_FROM)) return []
    return [learntSuggestion(term, scores[k] as number, score, before, () => explain(article, features, index, k))]
  })
  return [...learnt, ...found.filter(({ subject }) => !index.places.has(subject.id))]
}

function learntSuggestion(
  term: LearnedTerm,
  raw: number,
  score: number,
  before: Suggestion | undefined,
  reasonsOf: () => ReturnType<typeof explain>,
): Suggestion {
  const byWords = before?.evidence.matches ?? []
  const reasons = reasonsOf()
  const matches = [
    ...byWords,
    ...reasons
      .filter((r) => !byWords.some((m) => m.field === r.field && m.start < r.end && r.start < m.end))
      .map(({ quote, start, end, field }) => ({ quote, start, end, field })),
  ]
  const [first] = matches
  const known = term.yes + term.no >= ENOUGH_DECISIONS
  const sure = term.sureFrom !== null ? raw >= term.sureFrom : before !== undefined && !known
  return {
    subject: { kind: 'topic', id: term.id },
    origin: 'model',
    score: Math.round(score * 1000) / 1000,
    evidence: {
      rule: 'tag.learnt.topic',
      ...(first ? { quote: first.quote } : {}),
      ...(first?.field === 'text' ? { span: { start: first.start, end: first.end } } : {}),
      detail: {
        inTitle: matches.some((match) => match.field === 'title'),
        mentions: byWords.length,
        accepted: term.yes,
        refused: term.no,
        byWords: before?.score ?? null,
        weighed: reasons.map(({ quote }) => quote),
        weights: reasons.map(({ weight }) => String(weight)),
        sure,
      },
      matches,
    },
  }
}
