/**
 * How fast articles are placed in stories, ours beside a plain single-pass clustering of tf-idf vectors in Maps (an
 * inverted index over all terms, the nearest centroid by cosine), on the same articles in the same run; then what
 * `mirqab compare` makes of a file of them: `node tests/bench/stories.ts [ARTICLES]`.
 *
 * Both are given their vectors, worked out by the same tf-idf: what is timed is the placing.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DocumentFrequency } from '#lib/compare/document-frequency.ts'
import { prepareArticle } from '#lib/compare/prepare-article.ts'
import { publishedSpan } from '#lib/compare/published-span.ts'
import type { SparseVector } from '#lib/compare/sparse-vector.ts'
import { StoryStream } from '#lib/compare/story-stream.ts'
import { type StoryVector, storyVector } from '#lib/compare/story-vector.ts'
import { ROOT } from '#lib/db/schema-engine.ts'
import { generateArticles } from '#tests/support/generate-articles.ts'

const ARTICLES = Number(process.argv[2] ?? 10_000)
/** Of these both place the first: the plain way takes longer with the square of their number. */
const BASELINE_ARTICLES = Math.min(1000, ARTICLES)
/** Joins from this cosine on: what such clustering of news is mostly set to. */
const JOINS_FROM = 0.5

const articles = [...generateArticles(ARTICLES)]
const frequency = new DocumentFrequency()
const keys = articles.map((article) => prepareArticle(article).keys)
for (const article of keys) frequency.add(article)
const vectors = keys.map((article) => storyVector(article, frequency.idf))
const spans = articles.map(({ publishedAt }) => publishedSpan(publishedAt))

/** A cluster's terms as the sum of its articles', with the sum's length kept beside it. */
type Cluster = { weights: Map<number, number>; square: number }

/** The textbook's way: every cluster that shares a term is compared, the nearest is joined or a new one begun. */
class PlainClusters {
  readonly clusters: Cluster[] = []
  readonly #byTerm = new Map<number, Map<number, number>>()

  add({ keys, weights }: SparseVector): void {
    const products = new Map<number, number>()
    for (let i = 0; i < keys.length; i++) {
      for (const [cluster, weight] of this.#byTerm.get(keys[i] as number) ?? [])
        products.set(cluster, (products.get(cluster) ?? 0) + weight * (weights[i] as number))
    }
    let nearest = this.clusters.length
    let most = JOINS_FROM
    for (const [cluster, product] of products) {
      const cosine = product / Math.sqrt((this.clusters[cluster] as Cluster).square)
      if (cosine >= most) [nearest, most] = [cluster, cosine]
    }
    const cluster = (this.clusters[nearest] ??= { weights: new Map(), square: 0 })
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as number
      const before = cluster.weights.get(key) ?? 0
      const now = before + (weights[i] as number)
      cluster.weights.set(key, now)
      cluster.square += now * now - before * before
      const clusters = this.#byTerm.get(key)
      if (clusters) clusters.set(nearest, now)
      else this.#byTerm.set(key, new Map([[nearest, now]]))
    }
  }
}

const say = (name: string, value: string) => console.log(`${name.padEnd(58)}${value}`)
const number = (value: number) => Math.round(value).toLocaleString('en')

/** Articles a second of CPU time, so that a busy machine tells no other figure. */
function rate(count: number, place: (count: number) => number): { perSecond: number; stories: number } {
  const before = process.threadCpuUsage()
  const stories = place(count)
  const { user, system } = process.threadCpuUsage(before)
  return { perSecond: count / ((user + system) / 1e6), stories }
}

const place = (count: number) => {
  const stream = new StoryStream()
  for (let i = 0; i < count; i++) stream.add(vectors[i] as StoryVector, spans[i] ?? null)
  return stream.stories.length
}
const placePlainly = (count: number) => {
  const plain = new PlainClusters()
  for (let i = 0; i < count; i++) plain.add((vectors[i] as StoryVector).words)
  return plain.clusters.length
}
// What the compiler learns on the way is part of neither.
place(BASELINE_ARTICLES)
placePlainly(BASELINE_ARTICLES / 4)
const few = rate(BASELINE_ARTICLES, place)
const plain = rate(BASELINE_ARTICLES, placePlainly)
const all = rate(ARTICLES, place)

say(`articles placed/s, ours (${number(BASELINE_ARTICLES)} articles)`, number(few.perSecond))
say('articles placed/s, plain tf-idf clustering in Maps', number(plain.perSecond))
say('ratio', `${(few.perSecond / plain.perSecond).toFixed(1)} times`)
say('stories made of them, ours and plain', `${number(few.stories)}, ${number(plain.stories)}`)
say(`articles placed/s, ours (${number(ARTICLES)} articles)`, number(all.perSecond))

const folder = mkdtempSync(path.join(tmpdir(), 'mirqab-stories-'))
const file = path.join(folder, 'articles.jsonl')
writeFileSync(file, articles.map((article) => `${JSON.stringify(article)}\n`).join(''))
const measured = `process.on('exit', () => process.stderr.write(JSON.stringify(process.resourceUsage())))`
const started = performance.now()
const run = spawnSync(
  process.execPath,
  ['--import', `data:text/javascript,${encodeURIComponent(measured)}`, 'lib/cli/mirqab.ts', 'compare', file],
  { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 30 },
)
const seconds = (performance.now() - started) / 1000
rmSync(folder, { recursive: true })
if (run.status !== 0) throw new Error(run.stderr)
const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(run.stderr) as NodeJS.ResourceUsage
say('mirqab compare, articles/s with start and reading', number(ARTICLES / seconds))
say('CPU time an article, all threads', `${((userCPUTime + systemCPUTime) / 1000 / ARTICLES).toFixed(2)} ms`)
say('memory at most', `${number(maxRSS / 1024)} MB`)
