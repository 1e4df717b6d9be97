/**
 * What an article costs as the archive grows: `node tests/bench/archive.ts [--articles N]`, at 10,000, 100,000 (the
 * default) and 1,000,000 articles.
 *
 * Two thousand articles go the whole way; the archive beyond them is their likeness, set back in time. Then new articles
 * of the last days are compared with it and stored, 200 in a commit.
 */
import { parseArgs } from 'node:util'
import { storeArticles } from '#lib/articles/store-articles.ts'
import { compareArticles } from '#lib/compare/compare-articles.ts'
import { findCopies } from '#lib/compare/find-copies.ts'
import { publishedSpan } from '#lib/compare/published-span.ts'
import { storeGroupsAndStories, storeRelations } from '#lib/compare/store-comparison.ts'
import { newId } from '#lib/core/id.ts'
import { benchDatabase } from '#tests/support/bench-database.ts'
import { A_DAY, type GeneratedArticle, generateArticles } from '#tests/support/generate-articles.ts'
import { archiveGrower } from '#tests/support/grow-archive.ts'
import { importGenerated } from '#tests/support/import-generated.ts'
import { serverCpu } from '#tests/support/server-cpu.ts'

const { values } = parseArgs({ options: { articles: { type: 'string', default: '100000' } } })
const SIZES = [10_000, 100_000, 1_000_000].filter((size) => size <= Number(values.articles))
const BASE = 2000
const CHUNK = 200
const CHUNKS = 5

const { ctx, client, end } = await benchDatabase('archive_bench')
const { currentVocabulary } = await import('#lib/vocabulary.ts')
const { prepareDocuments } = await import('#lib/pipeline/prepare-document.ts')
const vocabulary = await currentVocabulary(ctx.db)
const { id: batchId } = await ctx.db.batch.create({ data: { name: 'archive', origin: 'cli', state: 'done' } })
const { rows: backend } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
const session = backend.map(({ pid }) => pid)

const articles = generateArticles(BASE + SIZES.length * CHUNKS * CHUNK)
await importGenerated(take(BASE))
const grow = await archiveGrower(client, { days: BASE / A_DAY, lookups: true })
for (const size of SIZES) {
  const started = performance.now()
  await grow(size)
  const filled = performance.now() - started
  const times = Math.round(size / BASE)
  await client.query('UPDATE term_count SET articles = least(articles::bigint * $1, 2000000000)', [times])
  await measure(size, filled)
  await client.query('UPDATE term_count SET articles = greatest(1, articles / $1::int)', [times])
}
await end()

function take(count: number): GeneratedArticle[] {
  return Array.from({ length: count }, () => articles.next().value as GeneratedArticle)
}

type Spent = { copies: Cost; compare: Cost; store: Cost }
type Cost = { wall: number; server: number }

/** Compares and stores articles as the pipeline does. @returns milliseconds of each part, and of the server's CPU in it */
async function takeIn(given: readonly GeneratedArticle[]): Promise<Spent> {
  const documents = given.map(({ title, text, publishedAt }) => ({
    id: newId(),
    bytes: Buffer.from('{}'),
    mediaType: 'text/plain' as const,
    stated: { title, text, publishedAt },
  }))
  const now = new Date()
  const fresh = prepareDocuments(documents, vocabulary).flatMap((outcome, i) => {
    if ('problem' in outcome) return []
    const document = documents[i] as (typeof documents)[number]
    return [
      {
        ...outcome.document,
        id: document.id,
        documentId: document.id,
        documentSha256: Buffer.from(document.id),
        batchId,
        receivedAt: now,
        address: null,
        sourceId: null,
      },
    ]
  })
  const compared = fresh.map(({ id, prepared, read }) => ({
    id,
    prepared,
    at: publishedSpan(read.publishedAt?.value.iso),
  }))
  await client.query('BEGIN')
  const copies = await timed(() =>
    findCopies(
      client,
      compared.map((a) => a.prepared),
    ),
  )
  const places = await timed(() => compareArticles(client, compared))
  const store = await timed(async () => {
    await storeGroupsAndStories(client, places.result, now)
    const placed = fresh.map((a, i) => ({ ...a, print: a.prepared.print, place: places.result.places[i] }))
    await storeArticles(
      client,
      placed.map(({ place, ...a }) => ({
        ...a,
        groupId: place?.groupId ?? null,
        storyId: place?.storyId as string,
      })),
    )
    await storeRelations(client, compared, places.result)
    await client.query('COMMIT')
  })
  return { copies: copies.cost, compare: places.cost, store: store.cost }
}

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; cost: Cost }> {
  const before = { wall: performance.now(), server: serverCpu(session) }
  const result = await work()
  return { result, cost: { wall: performance.now() - before.wall, server: serverCpu(session) - before.server } }
}

async function measure(size: number, filled: number): Promise<void> {
  const spent: Spent[] = []
  for (let chunk = 0; chunk < CHUNKS; chunk++) spent.push(await takeIn(take(CHUNK)))
  const of = (part: keyof Spent) => {
    const sum = (unit: keyof Cost) => spent.reduce((all, s) => all + s[part][unit], 0) / (CHUNKS * CHUNK)
    return `${sum('wall').toFixed(2)} ms (server's CPU ${sum('server').toFixed(2)})`
  }
  const { rows } = await client.query<{ size: string }>(
    'SELECT pg_size_pretty(pg_database_size(current_database())) AS size',
  )
  const memory = Math.round(process.memoryUsage().rss / 2 ** 20)
  console.log(
    `${size.toLocaleString('en').padStart(9)} articles, ${rows[0]?.size}, ${memory} MB here; an article: find copies ${of('copies')},` +
      ` compare ${of('compare')}, store ${of('store')} (filled in ${Math.round(filled / 1000)} s)`,
  )
}
