/**
 * What an editor waits for at the database: `node tests/bench/desk.ts [--articles N] [--runs N] [--keep]`, warm, with
 * 300,000 articles of two years. Each line is one screen, with everything it asks for (what was searched understood, the
 * rows with their copies, tags and flags, names, people, facets); its peer asks the usual way in the same run: count(*),
 * OFFSET, ts_rank over every match, facets over every match. CPU is ours and the server's together, a screen. `--keep`
 * leaves the database for the next run.
 */
import { parseArgs } from 'node:util'
import { askDesk } from '#app/(desk)/desk/ask-desk.ts'
import { readDeskParams, writeCursor } from '#app/(desk)/desk/search-params.ts'
import type { Context } from '#lib/db/context.ts'
import { i18nFor } from '#lib/i18n/i18n.ts'
import { STOP_WORDS } from '#lib/search/stop-words.ts'
import { foldText } from '#lib/text/fold.ts'
import { aUser } from '#seeds/builders/a-user.ts'
import { benchDatabase } from '#tests/support/bench-database.ts'
import { A_DAY, generateArticles } from '#tests/support/generate-articles.ts'
import { archiveGrower } from '#tests/support/grow-archive.ts'
import { importGenerated } from '#tests/support/import-generated.ts'
import { serverCpu } from '#tests/support/server-cpu.ts'
import { openUsually } from '#tests/support/usual-desk.ts'

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '300000' },
    runs: { type: 'string', default: '200' },
    keep: { type: 'boolean', default: false },
  },
})
const ARTICLES = Number(values.articles)
const RUNS = Number(values.runs)
const PEER_RUNS = 3
const BASE = Math.min(ARTICLES, 10_000)
const YEARS = 2
const USERS = 12

type Params = Record<string, string>
type Screen = { name: string; params: Params[]; limit?: number; facets?: boolean }

const { ctx: system, client, isKept, end } = await benchDatabase('desk_bench', { keep: values.keep })
if (!isKept) await fill()
const { countFacets } = await import('#lib/articles/count-facets.ts')
const { listAssignees } = await import('#lib/articles/list-assignees.ts')
const { listDesk } = await import('#lib/articles/list-desk.ts')
const { filterLabels } = await import('#lib/search/filter-labels.ts')
const { understand } = await import('#lib/search/understand.ts')
const { rows: users } = await client.query(
  `SELECT id AS "userId", name, email, role FROM "user" WHERE role = 'manager' LIMIT 1`,
)
const i18n = i18nFor('ar')
const ctx: Context = { ...system, actor: users[0] }

const { rows: sizes } = await client.query<{ articles: number; size: string }>(
  `SELECT count(*)::int AS articles, pg_size_pretty(pg_database_size(current_database())) AS size FROM article`,
)
console.log(`${sizes[0]?.articles.toLocaleString('en')} articles, ${sizes[0]?.size}`)
console.log(row('', ['p50', 'p95', 'CPU', 'found', 'peer p50', 'ratio']))
for (const screen of await screens()) await measure(screen)
await end()

async function fill(): Promise<void> {
  for (let i = 0; i < USERS; i++) await aUser(system, i === 0 ? { role: 'manager' } : {})
  const from = new Date(Date.now() - (BASE / A_DAY) * 86_400_000)
  await importGenerated(generateArticles(BASE, { from }))
  const grow = await archiveGrower(client, { days: (YEARS * 365 * BASE) / ARTICLES, lookups: false })
  await grow(ARTICLES)
}

/** Screens, with a choice of addresses each. */
async function screens(): Promise<Screen[]> {
  const rare = await titlePairs()
  const common = await commonWords()
  const topics = await ids(`SELECT topic_id AS id FROM article_tag WHERE topic_id IS NOT NULL`)
  const sources = await ids(`SELECT source_id AS id FROM article WHERE source_id IS NOT NULL`)
  const entities = await ids(`SELECT entity_id AS id FROM article_tag WHERE entity_id IS NOT NULL`)
  const countries = await ids(`SELECT country AS id FROM article_tag WHERE country IS NOT NULL`)
  const each = (name: string, choices: string[]): Params[] => choices.map((choice) => ({ [name]: choice }))
  const deep = await cursors()
  return [
    { name: 'newest 20', params: [{}], limit: 20, facets: false },
    { name: "the desk's first page", params: [{}] },
    { name: 'what is open', params: [{ state: 'open' }] },
    { name: 'two words of a headline', params: each('q', rare) },
    { name: 'two words, the newest first', params: each('q', rare).map((params) => ({ ...params, sort: 'newest' })) },
    {
      name: 'a rare word with a common one',
      params: each(
        'q',
        rare.map((pair, i) => `${pair.split(' ')[0]} ${common[i % common.length]}`),
      ),
    },
    {
      name: 'two common words',
      params: each(
        'q',
        common.map((word, i) => `${word} ${common[(i + 1) % common.length]}`),
      ),
    },
    {
      name: 'one of two words',
      params: each(
        'q',
        rare.map((pair) => `${pair} كلمةلايعرفهاأحد`),
      ),
    },
    {
      name: 'a common word in a topic',
      params: each('q', common).map((params, i) => ({ ...params, topic: topics[i % topics.length] ?? '' })),
    },
    { name: 'pages deep in the list', params: each('after', deep) },
    { name: 'a topic', params: each('topic', topics) },
    { name: 'a source', params: each('source', sources) },
    { name: 'an entity', params: each('entity', entities) },
    { name: 'a country', params: each('country', countries) },
    { name: 'archived', params: each('state', ['archived']) },
    { name: 'a flag', params: each('flag', ['date-missing', 'truncated', 'title-mismatch']) },
    { name: 'nobody has it, open', params: [{ state: 'open', assignee: 'none' }] },
    { name: 'a month a year ago', params: [{ from: day(400), to: day(370) }] },
  ]
}

/** Everything a screen of the desk asks for, as app/(desk)/desk/page.tsx does. @returns how many articles it counted */
async function open({ limit = 40, facets = true }: Screen, params: Params): Promise<number> {
  const { filter, sort, after, asked } = await askDesk(ctx, readDeskParams(params))
  const understood = await understand(ctx, filter, asked.query)
  const [page, counted] = await Promise.all([
    listDesk(ctx, {
      filter: understood.filter,
      score: sort === 'relevance' ? understood.score : null,
      after,
      limit,
      ...(understood.query ? { textLength: 20_000 } : {}),
    }),
    facets ? countFacets(ctx, understood.filter) : null,
    filterLabels(ctx, i18n, filter),
    listAssignees(ctx),
  ])
  return counted?.total ?? page.rows.length
}

async function measure(screen: Screen): Promise<void> {
  const at = (i: number) => screen.params[i % screen.params.length] ?? {}
  for (let i = 0; i < Math.max(5, RUNS / 10); i++) await open(screen, at(i))
  const times: number[] = []
  const found: number[] = []
  const before = await cpu()
  for (let i = 0; i < RUNS; i++) {
    const started = performance.now()
    found.push(await open(screen, at(i)))
    times.push(performance.now() - started)
  }
  const cpuEach = spent(before, await cpu()) / RUNS
  const theirs: number[] = []
  for (let i = 0; i < PEER_RUNS; i++) {
    const started = performance.now()
    const { filter, asked } = await askDesk(ctx, readDeskParams(at(i)))
    const understood = await understand(ctx, filter, asked.query)
    await openUsually(ctx, understood.filter, screen.limit ?? 40, 'after' in at(i) ? ARTICLES / 2 : 0)
    theirs.push(performance.now() - started)
  }
  const [p50, p95] = [share(times, 0.5), share(times, 0.95)]
  const peer = share(theirs, 0.5)
  console.log(
    row(screen.name, [
      ms(p50),
      ms(p95),
      ms(cpuEach),
      share(found, 0.5).toLocaleString('en'),
      ms(peer),
      `${(peer / p50).toFixed(1)}×`,
    ]),
  )
}

/** Milliseconds of CPU so far, of us and of each of the pool's sessions: what a screen costs on a busy machine too. */
async function cpu(): Promise<Map<string, number>> {
  const { rows } = await client.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  )
  const { user, system: kernel } = process.cpuUsage()
  return new Map([
    ['us', (user + kernel) / 1000],
    ...rows.map(({ pid }): [string, number] => [`${pid}`, serverCpu([pid])]),
  ])
}

/** What was spent between two looks; sessions that ended between them are not known any more. */
function spent(before: Map<string, number>, after: Map<string, number>): number {
  return [...after].reduce((sum, [who, time]) => sum + time - (before.get(who) ?? 0), 0)
}

/** Two words of a headline each, of many headlines: what people look for. */
async function titlePairs(): Promise<string[]> {
  const { rows } = await client.query<{ title: string }>(
    'SELECT title FROM article TABLESAMPLE SYSTEM (1) REPEATABLE (1) WHERE title IS NOT NULL LIMIT 200',
  )
  return rows.flatMap(({ title }) => {
    const words = title.split(/\s+/).filter((word) => word.length > 3 && !STOP_WORDS.has(foldText(word)))
    return words.length < 2 ? [] : [`${words[0]} ${words.at(-1)}`]
  })
}

/** The words most articles have. */
async function commonWords(): Promise<string[]> {
  const { rows } = await client.query<{ word: string }>(
    `SELECT word FROM (SELECT unnest(most_common_elems::text::text[]) AS word, unnest(most_common_elem_freqs) AS share
       FROM pg_stats WHERE tablename = 'article' AND attname = 'search_vector') AS known
     WHERE length(word) > 3 ORDER BY share DESC LIMIT 10`,
  )
  return rows.map(({ word }) => word)
}

/** The commonest and some of the rarer of what a statement lists, as `id`. */
async function ids(listed: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM (SELECT id, row_number() OVER (ORDER BY count(*) DESC) AS place FROM (${listed}) AS each GROUP BY id) AS ranked
     WHERE place IN (1, 2, 3, 10, 50, 100)`,
  )
  return rows.map(({ id }) => id)
}

/** Where pages begin that nobody reaches by turning them. */
async function cursors(): Promise<string[]> {
  const { rows } = await client.query<{ at: Date; id: string }>(
    'SELECT sort_at AS at, id FROM article TABLESAMPLE SYSTEM (1) REPEATABLE (7) LIMIT 50',
  )
  return rows.map(({ at, id }) => writeCursor({ at: at.toISOString(), id }))
}

function day(ago: number): string {
  return new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)
}

function share(times: readonly number[], part: number): number {
  return [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0
}

function ms(time: number): string {
  return `${time.toFixed(time < 10 ? 1 : 0)} ms`
}

function row(name: string, cells: string[]): string {
  return name.padEnd(36) + cells.map((cell) => cell.padStart(11)).join('')
}
