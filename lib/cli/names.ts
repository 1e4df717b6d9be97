import { parseArgs } from 'node:util'
import { type Command, printLine, UsageError } from '#lib/cli/command.ts'
import { readJsonl } from '#lib/cli/read-jsonl.ts'
import { type FoundName, findNames, findNamesTogether } from '#lib/tag/names/find-names.ts'
import { type LabelledText, scoreNames, textOf } from '#lib/tag/names/score-names.ts'

export const command: Command = {
  summary: 'find names of people, places and organisations in articles',
  help: `Usage: mirqab names [--score] FILE.jsonl

Prints the names in each article of FILE ({id, title, text}), found by the lists that Mirqab comes with and by context
(titles, verbs of speech, words like مدينة and حزب, letters that Arabic words do not have). FILE may be .jsonl.gz, or -
for standard input. No database is needed.

  {"id", "names": [{"kind", "quote", "field", "start", "end", "score", "because"}]}

kind        person, place or organisation
field       title or text; start and end are UTF-16 units of it, end exclusive, without و ب ل in front
score       how much speaks for it (0 to 1)
because     listed, given-name, family-name, title, office, verb, nationality, foreign-letters, head, place-before,
            preposition, seen-before, quoted, sport, capitals; empty where only the pattern of the name speaks for it

A line may carry {tokens} in place of text: words that are cut already, with one space between two.

Options:
  --score   FILE has {tokens, tags}, IOB2 labels of PERS, LOC and ORG: prints precision, recall and F1 instead, for names
            of the same words and kind
`,
  async run(args) {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { score: { type: 'boolean' } } })
    const [file] = positionals
    if (file === undefined || positionals.length > 1) throw new UsageError('names takes one file')
    await (values.score ? printScore(file) : printNames(file))
    return 0
  },
}

async function printNames(file: string): Promise<void> {
  for await (const row of readJsonl(file)) {
    const title = stringOf(row.title)
    const [inTitle = [], inText = []] = findNamesTogether([title, wordsOf(row)?.join(' ') ?? stringOf(row.text)])
    const shown = (field: string) => (name: FoundName) => ({
      kind: name.kind,
      quote: name.quote,
      field,
      ...placeOf(name),
    })
    await printLine({ id: row.id ?? null, names: [...inTitle.map(shown('title')), ...inText.map(shown('text'))] })
  }
}

const placeOf = ({ start, end, score, because }: FoundName) => ({ start, end, score, because })

async function printScore(file: string): Promise<void> {
  const texts: LabelledText[] = []
  for await (const row of readJsonl(file)) {
    const tokens = wordsOf(row)
    const tags = listOf(row.tags)
    if (!tokens || tags?.length !== tokens.length)
      throw new UsageError(`${file} has a line without tokens and as many tags`)
    texts.push({ tokens, tags })
  }
  const score = scoreNames(
    texts,
    texts.map((text) => findNames(textOf(text))),
  )
  for (const [kind, { precision, recall, f1, right, wrong, missed }] of Object.entries(score))
    await printLine({ kind, precision: round(precision), recall: round(recall), f1: round(f1), right, wrong, missed })
}

const round = (value: number): number => Math.round(value * 1000) / 1000
const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const wordsOf = (row: Record<string, unknown>): string[] | undefined => listOf(row.tokens)

function listOf(value: unknown): string[] | undefined {
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined
}
