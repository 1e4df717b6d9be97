/**
 * What an article costs as the archive grows: `node tests/bench/archive.ts [--articles N]`, at 10,000, 100,000 (the
 * default) and 1,000,000 articles (some 12 GB, and an hour to fill).
 *
 * Two thousand articles go the whole way; the archive beyond them is their likeness, set back in time, by SQL: other
 * texts and other events, but a twentieth of the keys and all terms are the same, as boilerplate and vocabulary are.
 * Then new articles of the last days are compared with it and stored, 200 in a commit.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { storeArticles } from '#lib/articles/store-articles.ts'
import { compareArticles } from '#lib/compare/compare-articles.ts'
import { findCopies } from '#lib/compare/find-copies.ts'
import { publishedSpan } from '#lib/compare/published-span.ts'
import { storeGroupsAndStories, storeRelations } from '#lib/compare/store-comparison.ts'
import { newId } from '#lib/core/id.ts'
import { SYSTEM } from '#lib/db/context.ts'
import { DATA_FOLDER } from '#lib/db/database-url.ts'
import { startEmbedded } from '#lib/db/embedded.ts'
import { migrate } from '#lib/db/migrate.ts'
import { loadReference } from '#seeds/reference/load-reference.ts'
import { type GeneratedArticle, generateArticles } from '#tests/support/generate-articles.ts'

const { values } = parseArgs({ options: { articles: { type: 'string', default: '100000' } } })
const SIZES = [10_000, 100_000, 1_000_000].filter((size) => size <= Number(values.articles))
const BASE = 2000
const CHUNK = 200
const CHUNKS = 5

const server = await startEmbedded({ folder: path.join(DATA_FOLDER, 'bench') })
const url = server.url.replace(/\/mirqab$/, '/archive_bench')
const admin = new pg.Client({ connectionString: server.url })
await admin.connect()
await admin.query('DROP DATABASE IF EXISTS archive_bench WITH (FORCE)')
await admin.query('CREATE DATABASE archive_bench')
await migrate(url)
process.env.DATABASE_URL = url
process.env.LOG_LEVEL = 'error'
const { closeDatabase, prisma } = await import('#lib/db/client.ts')
const { currentVocabulary } = await import('#lib/vocabulary.ts')
const { prepareDocuments } = await import('#lib/pipeline/prepare-document.ts')
await loadReference({ db: prisma(), actor: SYSTEM, now: () => new Date() })
const vocabulary = await currentVocabulary(prisma())
const { id: batchId } = await prisma().batch.create({ data: { name: 'archive', origin: 'cli', state: 'done' } })
const client = new pg.Client({ connectionString: url })
await client.connect()
const { rows: backend } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')

const articles = generateArticles(BASE + SIZES.length * CHUNKS * CHUNK)
for (let stored = 0; stored < BASE; stored += CHUNK) await takeIn(take(CHUNK))
await keepBase()
let size = BASE
let round = 0
for (const wanted of SIZES) {
  for (; size + BASE <= wanted; size += BASE) await grow(++round)
  await client.query('UPDATE term_count SET articles = least(articles::bigint * $1, 2000000000)', [
    Math.round(size / BASE),
  ])
  await client.query('VACUUM ANALYZE')
  await client.query('CHECKPOINT')
  await measure()
  await client.query('UPDATE term_count SET articles = greatest(1, articles / $1::int)', [Math.round(size / BASE)])
}

await client.end()
await closeDatabase()
await admin.query('DROP DATABASE archive_bench WITH (FORCE)')
await admin.end()
await server.stop()
process.exit(0)

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
  const before = { wall: performance.now(), server: serverCpu() }
  const result = await work()
  return { result, cost: { wall: performance.now() - before.wall, server: serverCpu() - before.server } }
}

/** Milliseconds of CPU that our session of the server has used; 0 where the system does not tell. */
function serverCpu(): number {
  try {
    const fields = readFileSync(`/proc/${backend[0]?.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return 0
  }
}

/** What the archive is a likeness of. */
async function keepBase(): Promise<void> {
  for (const table of ['story', 'article', 'story_lookup', 'band_lookup'])
    await client.query(`CREATE TEMP TABLE base_${table} AS SELECT * FROM ${table}`)
  await client.query('CREATE TEMP TABLE fresh (id uuid, fresh uuid)')
}

/** The base once more, `round` times its own two days earlier. */
async function grow(round: number): Promise<void> {
  await client.query(`TRUNCATE fresh`)
  await client.query(
    `INSERT INTO fresh SELECT id, uuidv7() FROM base_story UNION ALL SELECT id, uuidv7() FROM base_article`,
  )
  await client.query(
    `INSERT INTO story SELECT r.* FROM base_story AS s JOIN fresh AS f USING (id),
       LATERAL jsonb_populate_record(s, jsonb_build_object('id', f.fresh, 'first_at', s.first_at - $1::int * interval '2 days',
         'last_at', s.last_at - $1::int * interval '2 days')) AS r`,
    [round],
  )
  await client.query(
    `INSERT INTO article SELECT r.* FROM base_article AS a JOIN fresh AS f USING (id) JOIN fresh AS s ON s.id = a.story_id,
       LATERAL jsonb_populate_record(a, jsonb_build_object('id', f.fresh, 'story_id', s.fresh, 'duplicate_group_id', NULL,
         'published_at', a.published_at - $1::int * interval '2 days', 'sort_at', a.sort_at - $1::int * interval '2 days',
         'text_checksum', sha256(a.text_checksum || int4send($1::int)), 'document_sha256', sha256(uuid_send(f.fresh)))) AS r`,
    [round],
  )
  await client.query(
    `INSERT INTO story_lookup SELECT key, day - 2 * $1::int, f.fresh FROM base_story_lookup JOIN fresh AS f ON f.id = story_id
     ORDER BY key`,
    [round],
  )
  await client.query(
    `INSERT INTO band_lookup SELECT b.key, f.fresh
     FROM (SELECT CASE WHEN key % 20 = 0 THEN key ELSE key # hashint4($1::int) END AS key, article_id FROM base_band_lookup) AS b
     JOIN fresh AS f ON f.id = b.article_id ORDER BY key`,
    [round],
  )
}

async function measure(): Promise<void> {
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
      ` compare ${of('compare')}, store ${of('store')}`,
  )
}
