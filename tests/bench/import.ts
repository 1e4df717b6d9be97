/**
 * Articles a second by stage, and of a whole import: `node tests/bench/import.ts [--articles N]`.
 *
 * The stages run here, on one core, and are measured in CPU time; the import is `mirqab import` in a process of its own
 * on all cores, with the embedded PostgreSQL on the same machine. From 20,000 articles on its rate is also given for
 * each tenth, because what matters is that it holds. Prisma's createMany stores the same rows, unread and uncompared.
 */
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { prepareArticle } from '#lib/compare/prepare-article.ts'
import { newId } from '#lib/core/id.ts'
import { loadVocabulary } from '#lib/read/load-vocabulary.ts'
import { read } from '#lib/read/read.ts'
import { toTsvector } from '#lib/search/tsvector.ts'
import { suggestTags } from '#lib/tag/suggest-tags.ts'
import { benchDatabase } from '#tests/support/bench-database.ts'
import { generateArticles } from '#tests/support/generate-articles.ts'
import { importGenerated } from '#tests/support/import-generated.ts'

const { values } = parseArgs({ options: { articles: { type: 'string', default: '3000' } } })
const ARTICLES = Number(values.articles)
/** So many are enough for the rate of a stage. */
const SAMPLE = Math.min(ARTICLES, 3000)
const TENTHS_FROM = 20_000
const say = (name: string, rate: number) =>
  console.log(`${name.padEnd(52)}${Math.round(rate).toLocaleString('en')} articles/s`)

const { ctx, client, end } = await benchDatabase('import_bench')
const { currentVocabulary } = await import('#lib/vocabulary.ts')

await stages()
await wholeImport()
await createMany()
await end()

/** Each stage over the same articles, twice: the first round warms the compiler up. */
async function stages(): Promise<void> {
  const { tagging } = await currentVocabulary(ctx.db)
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

async function wholeImport(): Promise<void> {
  const articles = [...generateArticles(ARTICLES)]
  const started = performance.now()
  const watching = new AbortController()
  const imported = importGenerated(articles).finally(() => watching.abort())
  let tenth = { at: 0, since: performance.now() }
  while (!watching.signal.aborted && ARTICLES >= TENTHS_FROM) {
    await sleep(500, undefined, { signal: watching.signal }).catch(() => undefined)
    const { rows } = await client.query<{ read: number }>(`SELECT count(*)::int AS read FROM article`)
    const done = rows[0]?.read ?? 0
    if (done < tenth.at + ARTICLES / 10) continue
    say(`  up to ${done.toLocaleString('en')}`, (done - tenth.at) / ((performance.now() - tenth.since) / 1000))
    tenth = { at: done, since: performance.now() }
  }
  await imported
  say('import: read, compared, tagged, indexed, stored', ARTICLES / ((performance.now() - started) / 1000))
}

/** The same articles again as rows, by Prisma: without groups, stories, tags or an index of their words. */
async function createMany(): Promise<void> {
  const rows = await ctx.db.article.findMany({ take: SAMPLE })
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
    await ctx.db.article.createMany({ data: copies.slice(from, from + 200) })
  say('Prisma createMany, the rows alone', copies.length / ((performance.now() - started) / 1000))
}
