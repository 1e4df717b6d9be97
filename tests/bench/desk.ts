/**
 * What an editor waits for at the database: `node tests/bench/desk.ts [--articles N] [--runs N] [--only NAME] [--keep]`, warm, with
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
import { lexemeOf } from '#lib/search/analyse.ts'
import { STOP_WORDS } from '#lib/search/stop-words.ts'
import { foldedWords } from '#lib/text/words.ts'
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
    only: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
})
const ARTICLES = Number(values.articles)
const RUNS = Number(values.runs)
const PEER_RUNS = 3
const BASE = Math.min(ARTICLES, 10_000)
const YEARS = 2
const USERS = 12
/** In what share of the articles the two words of a usual search stand. */
const USUAL = { rarer: [0.0003, 0.043], commoner: [0.005, 0.175] } as const

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
for (const screen of await screens()) if (!values.only || screen.name.includes(values.only)) await measure(screen)
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
  const { usual, common } = await headlinePairs()
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
    { name: 'two words of a headline', params: each('q', usual) },
    { name: 'two words, the newest first', params: each('q', usual).map((params) => ({ ...params, sort: 'newest' })) },
    { name: 'two common words', params: each('q', common) },
    {
      name: 'one of two words',
      params: each(
        'q',
        usual.map((pair) => `${pair} كلمةلايعرفهاأحد`),
      ),
    },
    {
      name: 'no such word',
      params: each(
        'q',
        usual.map((pair) => `ظ${pair.split(' ').join('ظ')}`),
      ),
    },
    {
      name: 'a common word in a topic',
      params: each('q', common).map(({ q = '' }, i) => ({
        q: q.split(' ')[0] ?? '',
        topic: topics[i % topics.length] ?? '',
      })),
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

/**
 * Pairs of words that stand in one headline. The archive's texts are made of few words, each far commoner than in news:
 * `usual` are the pairs that are as rare as nine of ten in real headlines (of 10,161 Arabic articles of Tunisian
 * portals: the rarer word in .03 to 4.3 % of the articles, half of them below .8 %; the commoner in up to 17.5 %, half
 * below 4.5 %), `common` the others.
 */
async function headlinePairs(): Promise<{ usual: string[]; common: string[] }> {
  const { rows: words } = await client.query<{ lexeme: string; share: number }>(
    `SELECT word AS lexeme, ndoc::float8 / (SELECT max(ndoc) FROM ts_stat($1)) AS share FROM ts_stat($1)`,
    ['SELECT search_vector FROM article TABLESAMPLE BERNOULLI (1) REPEATABLE (1)'],
  )
  const shares = new Map(words.map(({ lexeme, share }) => [lexeme, share]))
  const { rows: headlines } = await client.query<{ title: string }>(
    'SELECT DISTINCT title FROM article TABLESAMPLE SYSTEM (2) REPEATABLE (1) WHERE title IS NOT NULL ORDER BY title',
  )
  const pairs = { usual: [] as string[], common: [] as string[] }
  const found = { rarer: [] as number[], commoner: [] as number[] }
  for (const { title } of headlines) {
    const telling = [...new Set(foldedWords(title).filter((word) => word.length > 3 && !STOP_WORDS.has(word)))]
    const known = telling.map((word) => ({ word, share: shares.get(lexemeOf(word)) ?? 0 }))
    const each = known.flatMap((one, i) => known.slice(i + 1).map((other) => [one, other] as const))
    const usual = each.find((pair) => isUsual(pair.map(({ share }) => share)))
    const common = each.find((pair) => pair.every(({ share }) => share > USUAL.rarer[1]))
    if (usual) {
      pairs.usual.push(usual.map(({ word }) => word).join(' '))
      found.rarer.push(Math.min(...usual.map(({ share }) => share)))
      found.commoner.push(Math.max(...usual.map(({ share }) => share)))
    }
    if (common) pairs.common.push(common.map(({ word }) => word).join(' '))
  }
  const [rarer, commoner] = [found.rarer, found.commoner].map((of) => `${(share(of, 0.5) * 100).toFixed(1)} %`)
  console.log(
    `two words of a headline: half of the rarer ones in less than ${rarer} of the articles, of the commoner ${commoner}`,
  )
  return pairs
}

function isUsual(shares: readonly number[]): boolean {
  const [rarer, commoner] = [Math.min(...shares), Math.max(...shares)]
  return (
    rarer >= USUAL.rarer[0] && rarer <= USUAL.rarer[1] && commoner >= USUAL.commoner[0] && commoner <= USUAL.commoner[1]
  )
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
