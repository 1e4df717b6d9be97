import { parseArgs } from 'node:util'
import { type Command, printLine, UsageError } from '#lib/cli/command.ts'
import { readJsonl } from '#lib/cli/read-jsonl.ts'
import type { SeenWord } from '#lib/text/stem.ts'

type Passage = { id: string; title: string; text: string }

export const command: Command = {
  summary: 'search articles of a file as the desk does, to measure it',
  help: `Usage: mirqab search --corpus FILE --queries FILE [--limit N]

Puts the articles of a JSON Lines file ({id, title, text}) into a scratch table, searches them as the desk would for
each line of another ({id, query}), and prints {id, hits: [id…]} lines, best first. The table is gone afterwards.
The database is the one DATABASE_URL names, or the embedded one.

  --corpus FILE    articles to search in
  --queries FILE   what to search for; - reads standard input
  --limit N        hits for each query (10)
`,
  async run(args) {
    const { values } = parseArgs({
      args,
      options: { corpus: { type: 'string' }, queries: { type: 'string' }, limit: { type: 'string', default: '10' } },
    })
    const limit = Number(values.limit)
    if (!values.corpus || !values.queries) throw new UsageError('say --corpus FILE and --queries FILE')
    if (!Number.isInteger(limit) || limit < 1 || limit > 1000)
      throw new UsageError('--limit is a number from 1 to 1000')
    const passages: Passage[] = []
    for await (const { id, title, text } of readJsonl(values.corpus)) {
      passages.push({ id: String(id), title: String(title ?? ''), text: String(text ?? '') })
    }
    const { withDatabaseUrl } = await import('#lib/db/database-url.ts')
    return withDatabaseUrl((url) => searchAll(url, passages, values.queries as string, limit))
  },
}

/** A temporary table is dropped by the server itself, even where this process is killed. */
const SOURCE = { table: 'pg_temp.passage', id: 'id', vector: 'vector', newest: 'n' }

async function searchAll(url: string, passages: Passage[], queries: string, limit: number): Promise<number> {
  const { default: pg } = await import('pg')
  const { parseQuery } = await import('#lib/search/parse-query.ts')
  const { rankedSearch } = await import('#lib/search/ranked-search.ts')
  const { lexemeFrequencies } = await import('#lib/search/lexeme-frequencies.ts')
  const { seenWords } = await import('#lib/text/seen-words.ts')
  // The archive, which is the evidence for taking particles off, is here the file.
  const seen = seenWords(passages.flatMap(({ title, text }) => [title, text]))
  const db = new pg.Client({ connectionString: url })
  await db.connect()
  try {
    await index(db, passages, seen)
    const frequencies = await lexemeFrequencies(db, SOURCE)
    for await (const { id, query } of readJsonl(queries)) {
      const hits = await rankedSearch(db, parseQuery(String(query ?? '')), { source: SOURCE, frequencies, limit, seen })
      await printLine({ id, hits: hits.map((hit) => hit.id) })
    }
    return 0
  } finally {
    await db.end()
  }
}

async function index(db: import('pg').Client, passages: Passage[], seen: SeenWord): Promise<void> {
  const { toTsvector } = await import('#lib/search/tsvector.ts')
  await db.query('create temporary table passage (n serial, id text, vector tsvector)')
  for (let from = 0; from < passages.length; from += 500) {
    const some = passages.slice(from, from + 500)
    await db.query(
      'insert into passage (id, vector) select id, vector::tsvector from unnest($1::text[], $2::text[]) as p(id, vector)',
      [some.map((p) => p.id), some.map((p) => toTsvector(p.title, p.text, seen))],
    )
  }
  await db.query('create index on passage using gin (vector)')
  await db.query('analyze passage')
}
