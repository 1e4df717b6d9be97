import { parseArgs } from 'node:util'
import { type Command, printLine, UsageError } from '#lib/cli/command.ts'
import { readJsonl } from '#lib/cli/read-jsonl.ts'
import type { Example } from '#lib/tag/learn/example.ts'
import { explain } from '#lib/tag/learn/explain.ts'
import { featuresOf } from '#lib/tag/learn/features.ts'
import { type CompiledLabels, compileLabels, hintsOf } from '#lib/tag/learn/label-hints.ts'
import { learnModel } from '#lib/tag/learn/learn-model.ts'
import { type LearnedTerm, likelihood, ModelIndex } from '#lib/tag/learn/model.ts'

/** Suggestions that are printed for an article. */
const MOST = 5

export const command: Command = {
  summary: 'learn labels from articles of a file and suggest them for others',
  help: `Usage: mirqab suggest --learn-from LABELLED.jsonl --label FIELD FILE.jsonl

Learns from articles that have a label ({id, title, text, FIELD}; FIELD is a word, or a list where there are several) and
prints what it suggests for each article of FILE ({id, title, text}), surest first, as the desk would. Files may be
.jsonl.gz; FILE may be - for standard input. No database is needed and nothing is kept.

  {"id", "suggestions": [{"label", "score", "sure", "because": {"words", "ofTheLabel", "articles"}}]}

score       how likely it is right, by what became of held-out articles like it (0 to 1)
sure        nine of ten suggestions like it were right; "accept all" takes only these
because     the words that weighed, heaviest first, with what they added; the words of the label itself that were found;
            how many articles with this label it was learnt from

An article without FIELD teaches nothing and is counted on the error output. The same files give the same answer.
`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { 'learn-from': { type: 'string' }, label: { type: 'string' } },
    })
    const [file] = positionals
    if (!values['learn-from'] || !values.label) throw new UsageError('say --learn-from FILE and --label FIELD')
    if (file === undefined || positionals.length > 1) throw new UsageError('suggest takes one file')
    const { index, labels } = await learnFrom(values['learn-from'], values.label)
    for await (const row of readJsonl(file)) {
      const article = articleOf(row)
      await printLine({ id: row.id ?? null, suggestions: suggestionsFor(article, index, labels) })
    }
    return 0
  },
}

type Article = { title: string; text: string }
const articleOf = (row: Record<string, unknown>): Article => ({
  title: typeof row.title === 'string' ? row.title : '',
  text: typeof row.text === 'string' ? row.text : '',
})

async function learnFrom(file: string, field: string): Promise<{ index: ModelIndex; labels: CompiledLabels }> {
  const taught: { article: Article; names: string[] }[] = []
  let without = 0
  for await (const row of readJsonl(file)) {
    const names = labelsOf(row[field])
    if (names.length === 0) without++
    else taught.push({ article: articleOf(row), names })
  }
  if (taught.length === 0) throw new UsageError(`no article of ${file} has a label in "${field}"`)
  if (without > 0) process.stderr.write(`mirqab: ${without} articles without "${field}" taught nothing\n`)
  const terms = [...new Set(taught.flatMap(({ names }) => names))].sort()
  const labels = compileLabels(terms)
  const places = new Map(terms.map((term, i) => [term, i]))
  const examples = taught.map(
    ({ article, names }): Example => ({
      features: featuresOf(article),
      yes: names.map((name) => places.get(name) as number),
      no: 'others',
      hints: hintsOf(article, labels).map(({ term, score }) => ({ term, score })),
    }),
  )
  return { index: new ModelIndex(learnModel(examples, terms)), labels }
}

function labelsOf(value: unknown): string[] {
  const names = (Array.isArray(value) ? value : [value]).filter((v) => typeof v === 'string' || typeof v === 'number')
  return [...new Set(names.map((v) => String(v).trim()).filter(Boolean))]
}

function suggestionsFor(article: Article, index: ModelIndex, labels: CompiledLabels) {
  const features = featuresOf(article)
  const hints = hintsOf(article, labels)
  const scores = index.scores(features, hints)
  const { terms } = index.model
  return terms
    .map((term, k) => ({ term, k, raw: scores[k] as number, score: likelihood(term, scores[k] as number) }))
    .sort((a, b) => b.score - a.score || a.k - b.k)
    .slice(0, MOST)
    .map(({ term, k, raw, score }, place) => ({
      label: term.id,
      score: Math.round(score * 10_000) / 10_000,
      sure: isSure(term, raw),
      because: {
        // What is hardly likely needs no reasons.
        words:
          place < 2 || score >= 0.2
            ? explain(article, features, index, k).map(({ quote, weight }) => ({ word: quote, weight }))
            : [],
        ofTheLabel: hints.find((hint) => hint.term === k)?.quotes ?? [],
        articles: term.yes,
      },
    }))
}

const isSure = ({ sureFrom }: LearnedTerm, raw: number): boolean => sureFrom !== null && raw >= sureFrom
