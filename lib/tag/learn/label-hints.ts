import { compileVocabulary, type TagVocabulary } from '#lib/tag/compile-vocabulary.ts'
import type { Hint } from '#lib/tag/learn/example.ts'
import { readyText } from '#lib/tag/ready-text.ts'
import { suggestTags } from '#lib/tag/suggest-tags.ts'

/** Labels of a file, ready to be found in texts by their own words. */
export type CompiledLabels = { places: Map<string, number>; vocabulary: TagVocabulary }

export function compileLabels(labels: readonly string[]): CompiledLabels {
  const topics = labels.map((label) => ({ id: label, terms: [{ text: wordsOfLabel(label), weight: 2 }] }))
  return {
    places: new Map(labels.map((label, i) => [label, i])),
    vocabulary: compileVocabulary({ topics, countries: [], entities: [] }),
  }
}

/** `localNews` and `local_news` are two words. */
const wordsOfLabel = (label: string): string => label.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replaceAll('_', ' ')

/** The labels whose own words an article has, with those words as they stand in it. Pure. */
export function hintsOf(
  article: { title: string; text: string },
  { places, vocabulary }: CompiledLabels,
): (Hint & { quotes: string[] })[] {
  const begins = (text: string) => readyText(text, vocabulary).known.some(({ topics }) => topics.length > 0)
  // Most articles have no word of any label.
  if (!begins(article.title) && !begins(article.text)) return []
  return suggestTags({ ...article, titleTrusted: true }, vocabulary).map(({ subject, score, evidence }) => ({
    term: places.get(subject.id) as number,
    score,
    quotes: [...new Set(evidence.matches.map(({ quote }) => quote))].slice(0, 4),
  }))
}
