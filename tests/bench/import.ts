/**
 * Articles a second by stage, and of a whole import: `node tests/bench/import.ts [--articles N]`.
 *
 * The stages run here, on one core, and are measured in CPU time; the import is `mirqab import` in a process of its own
 * on all cores, with the embedded PostgreSQL on the same machine. From 20,000 articles on its rate is also given for
 * each tenth, because what matters is that it holds. Prisma's createMany stores the same rows, unread and uncompared.
 */
import { spawn } from 'node:child_process'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { prepareArticle } from '#lib/compare/prepare-article.ts'
import { newId } from '#lib/core/id.ts'
import { SYSTEM } from '#lib/db/context.ts'
import { DATA_FOLDER } from '#lib/db/database-url.ts'
import { startEmbedded } from '#lib/db/embedded.ts'
import { migrate } from '#lib/db/migrate.ts'
import { loadVocabulary } from '#lib/read/load-vocabulary.ts'
import { read } from '#lib/read/read.ts'
import { toTsvector } from '#lib/search/tsvector.ts'
import { suggestTags } from '#lib/tag/suggest-tags.ts'
import { loadReference } from '#seeds/reference/load-reference.ts'
import { generateArticles } from '#tests/support/generate-articles.ts'

const { values } = parseArgs({ options: { articles: { type: 'string', default: '3000' } } })
const ARTICLES = Number(values.articles)
/** So many are enough for the rate of a stage. */
const SAMPLE = Math.min(ARTICLES, 3000)
const TENTHS_FROM = 20_000
const say = (name: string, rate: number) =>
  console.log(`${name.padEnd(52)}${Math.round(rate).toLocaleString('en')} articles/s`)

const scratch = mkdtempSync(path.join(os.tmpdir(), 'mirqab-bench-'))
const server = await startEmbedded({ folder: path.join(DATA_FOLDER, 'bench') })
const url = server.url.replace(/\/mirqab$/, '/import_bench')
const admin = new pg.Client({ connectionString: server.url })
await admin.connect()
await admin.query('DROP DATABASE IF EXISTS import_bench WITH (FORCE)')
await admin.query('CREATE DATABASE import_bench')
await migrate(url)
process.env.DATABASE_URL = url
process.env.LOG_LEVEL = 'error'
const { closeDatabase, pool, prisma } = await import('#lib/db/client.ts')
const { currentVocabulary } = await import('#lib/vocabulary.ts')
await loadReference({ db: prisma(), actor: SYSTEM, now: () => new Date() })

await stages()
const file = await delivery()
await wholeImport(file)
await createMany()

rmSync(scratch, { recursive: true })
await closeDatabase()
await admin.query('DROP DATABASE import_bench WITH (FORCE)')
await admin.end()
await server.stop()
process.exit(0)

/** Each stage over the same articles, twice: the first round warms the compiler up. */
async function stages(): Promise<void> {
  const { tagging } = await currentVocabulary(prisma())
  const vocabulary = loadVocabulary(path.resolve(import.meta.dirname, '../..'))
  const articles = [...generateArticles(SAMPLE)].map(({ title, text, publishedAt }) => ({ title, text, publishedAt }))
  const plain = articles.map((a) => Buffer.from(`${a.title}\n${a.publishedAt}\n\n${a.text}\n`))
  const each: [string, (i: number) => unknown][] = [
    ['read, plain text (a core)', (i) => read({ bytes: plain[i] as Buffer, mediaType: 'text/plain' }, vocabulary)],
    [
      'read, stated fields (a core)',
      (i) => read({ bytes: Buffer.from('{}'), mediaType: 'text/plain', ...stated(i) }, vocabulary),
    ],
    ['prepare to compare (a core)', (i) => prepareArticle(article(i))],
    ['tag (a core)', (i) => suggestTags({ ...article(i), titleTrusted: true }, tagging)],
    ['index (a core)', (i) => toTsvector(article(i).title, article(i).text)],
  ]
  for (const [name, work] of each) {
    for (let i = 0; i < SAMPLE; i++) work(i)
    const before = process.cpuUsage()
    for (let i = 0; i < SAMPLE; i++) work(i)
    const { user, system } = process.cpuUsage(before)
    say(name, SAMPLE / ((user + system) / 1e6))
  }
  function article(i: number) {
    return articles[i] as { title: string; text: string; publishedAt: string }
  }
  function stated(i: number) {
    return { stated: article(i) }
  }
}

async function delivery(): Promise<string> {
  const file = path.join(scratch, 'articles.jsonl')
  const out = createWriteStream(file)
  for (const article of generateArticles(ARTICLES)) {
    if (!out.write(`${JSON.stringify(article)}\n`)) await new Promise((resolve) => out.once('drain', resolve))
  }
  await new Promise((resolve) => out.end(() => resolve(null)))
  return file
}

async function wholeImport(file: string): Promise<void> {
  const started = performance.now()
  const importing = spawn(process.execPath, ['lib/cli/mirqab.ts', 'import', file], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise<number | null>((resolve) => importing.once('exit', resolve))
  const watching = new AbortController()
  void ended.then(() => watching.abort())
  let tenth = { at: 0, since: performance.now() }
  while (!watching.signal.aborted && ARTICLES >= TENTHS_FROM) {
    await sleep(500, undefined, { signal: watching.signal }).catch(() => undefined)
    const { rows } = await pool().query<{ read: number }>(`SELECT count(*)::int AS read FROM article`)
    const done = rows[0]?.read ?? 0
    if (done < tenth.at + ARTICLES / 10) continue
    say(`  up to ${done.toLocaleString('en')}`, (done - tenth.at) / ((performance.now() - tenth.since) / 1000))
    tenth = { at: done, since: performance.now() }
  }
  if ((await ended) !== 0) throw new Error('the import has failed')
  say('import: read, compared, tagged, indexed, stored', ARTICLES / ((performance.now() - started) / 1000))
}

/** The same articles again as rows, by Prisma: without groups, stories, tags or an index of their words. */
async function createMany(): Promise<void> {
  const rows = await prisma().article.findMany({ take: SAMPLE })
  const copies = rows.map((row) => ({
    ...row,
    id: newId(),
    address: null,
    documentSha256: new Uint8Array(Buffer.from(newId())),
    blocks: row.blocks as object,
    evidence: row.evidence as object,
  }))
  const started = performance.now()
  for (let from = 0; from < copies.length; from += 200)
    await prisma().article.createMany({ data: copies.slice(from, from + 200) })
  say('Prisma createMany, the rows alone', copies.length / ((performance.now() - started) / 1000))
}
