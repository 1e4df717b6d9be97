import { parseArgs } from 'node:util'
import { type Command, printLine, printLines, UsageError } from '#lib/cli/command.ts'
import type { BadLine } from '#lib/cli/compare-chunk.ts'
import { CompareThreads, helpersFor, type ReadArticle } from '#lib/cli/compare-threads.ts'
import { ArchivePlacing } from '#lib/compare/archive-placing.ts'
import { sameTextEvidence } from '#lib/compare/same-text-evidence.ts'

const HELP = `mirqab compare: finds copies and stories in an archive, without a database

Usage: mirqab compare [--pairs] FILE.jsonl

FILE has one article a line (.jsonl or .jsonl.gz):
  {"id", "title", "text", "publishedAt"?, "source"?}
publishedAt is an ISO date, date-time or month; an article without one still finds its story.

Prints a line an article, in the order of the file:
  {"id", "duplicateGroup", "story"}
duplicateGroup and story are the id of their first article in the file, null where the article is alone.

Options:
  --pairs   print the pairs instead, as they are found:
            {"a", "b", "kind", "jaccard", "containment", "passages", "figuresOnlyInA", "figuresOnlyInB"}
            kind is exact, edited, shortened, or contains (one holds much of the other, and is another article)

A line that is not an article is named on the error output and left out; the exit code is then 1.
`

export const command: Command = {
  summary: 'find copies and stories in a JSON Lines file',
  help: HELP,
  run: async (args) => {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { pairs: { type: 'boolean' } } })
    const [file] = positionals
    if (file === undefined || positionals.length > 1) throw new UsageError('compare takes one file')
    const threads = new CompareThreads(file, await helpersFor(file))
    try {
      const bad = await (values.pairs ? printPairs(threads) : printPlacements(threads))
      for (const { line, why } of bad) process.stderr.write(`mirqab: ${file}, line ${line} was left out: ${why}\n`)
      return bad.length > 0 ? 1 : 0
    } finally {
      await threads.stop()
    }
  },
}

const PRINTED_AT_ONCE = 1000

async function printPlacements(threads: CompareThreads): Promise<BadLine[]> {
  const bad: BadLine[] = []
  const ids: (string | number)[] = []
  const read: ReadArticle[] = []
  const archive = new ArchivePlacing()
  for await (const chunk of threads.read(false)) {
    bad.push(...chunk.bad)
    chunk.lines.forEach((line, row) => {
      ids.push(line.id)
      read.push({ chunk: chunk.number, row })
      archive.add(line)
    })
  }
  const toPlace = archive.toPlace().map((article) => read[article] as ReadArticle)
  for await (const vector of threads.vectors(toPlace)) archive.placeNext(vector)
  const named = (article: number | null) => (article === null ? null : ids[article])
  const placed = archive
    .placements()
    .map(({ duplicateGroup, story }, i) => ({ id: ids[i], duplicateGroup: named(duplicateGroup), story: named(story) }))
  for (let at = 0; at < placed.length; at += PRINTED_AT_ONCE) await printLines(placed.slice(at, at + PRINTED_AT_ONCE))
  return bad
}

async function printPairs(threads: CompareThreads): Promise<BadLine[]> {
  const bad: BadLine[] = []
  const articles: { id: string | number; text: string }[] = []
  const archive = new ArchivePlacing()
  for await (const chunk of threads.read(true)) {
    bad.push(...chunk.bad)
    for (const line of chunk.lines) {
      articles.push({ id: line.id, text: line.original ?? '' })
      for (const { a, b } of archive.add(line)) {
        const [first, second] = [articles[a], articles[b]]
        if (!first || !second) continue
        const evidence = sameTextEvidence(first.text, second.text)
        await printLine({ a: first.id, b: second.id, ...evidence })
      }
    }
  }
  return bad
}
