import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { DocumentFrequency } from '#lib/compare/document-frequency.ts'
import { prepareArticle } from '#lib/compare/prepare-article.ts'
import { proposeMerges } from '#lib/compare/propose-merges.ts'
import { isPrecise, type PublishedSpan, publishedSpan } from '#lib/compare/published-span.ts'
import { beginStory, joinStory, type StoryCentroid } from '#lib/compare/story-centroid.ts'
import type { StoryKeys } from '#lib/compare/story-keys.ts'
import { StoryStream } from '#lib/compare/story-stream.ts'
import { storyVector } from '#lib/compare/story-vector.ts'
import { bCubed } from '#tests/unit/compare/b-cubed.ts'

type Item = { story: string; keys: StoryKeys; at: PublishedSpan | null }

/** Our labelled set, as it would arrive in small deliveries, in an order that is none. */
const labelled: Item[] = ['arabic-first', 'arabic-second'].flatMap((name) =>
  readFileSync(`tests/fixtures/stories/${name}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const article = JSON.parse(line) as { story: string; title: string; text: string; publishedAt: string | null }
      return { story: article.story, keys: prepareArticle(article).keys, at: publishedSpan(article.publishedAt) }
    }),
)

/** A row of numbers from 0 to 1, the same in each run. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const time = ({ at }: Item) => (isPrecise(at) ? at.from : Number.MAX_SAFE_INTEGER)

/** Streams the set in chunks, as the product does. @returns the story of each article, and what the archive knows. */
function streamed(order: Item[], chunk: number) {
  const frequency = new DocumentFrequency()
  const stream = new StoryStream()
  const storyOf = new Map<Item, string>()
  for (let from = 0; from < order.length; from += chunk) {
    const items = order.slice(from, from + chunk)
    for (const { keys } of items) frequency.add(keys)
    for (const item of items.toSorted((a, b) => time(a) - time(b)))
      storyOf.set(item, String(stream.add(storyVector(item.keys, frequency.idf), item.at)))
  }
  return { storyOf, idf: frequency.idf }
}

/** A night: the stories are compared with each other until nothing more is merged. */
function remerged({ storyOf, idf }: ReturnType<typeof streamed>): Map<Item, string> {
  const now = new Map(storyOf)
  for (;;) {
    const stories = new Map<string, StoryCentroid>()
    for (const [item, id] of [...now].sort(([a], [b]) => time(a) - time(b))) {
      const vector = storyVector(item.keys, idf)
      const story = stories.get(id)
      stories.set(id, story ? joinStory(story, vector, item.at) : beginStory(vector, item.at))
    }
    const proposals = proposeMerges(stories)
    if (proposals.length === 0) return now
    const into = new Map(proposals.map(({ a, b }) => [b, a]))
    for (const [item, id] of now) now.set(item, into.get(id) ?? id)
  }
}

const score = (storyOf: Map<Item, string>) =>
  bCubed(
    labelled.map((item) => storyOf.get(item)),
    labelled.map(({ story }) => story),
  )

const nights = Array.from({ length: 20 }, (_, n) => {
  const random = numbers(n + 1)
  const drawn = labelled.map((item) => ({ item, place: random() })).sort((a, b) => a.place - b.place)
  const order = drawn.map(({ item }) => item)
  const before = streamed(order, [1, 2, 5, 10][n % 4] as number)
  return { before: score(before.storyOf), after: score(remerged(before)) }
})
const mean = (of: (night: (typeof nights)[number]) => number) =>
  nights.reduce((sum, night) => sum + of(night), 0) / nights.length

describe('reports that arrive in small deliveries, in twenty orders', () => {
  test('are put together again by the nightly pass: recall rises, in no order does it fall', () => {
    expect(mean(({ after }) => after.recall)).toBeGreaterThan(mean(({ before }) => before.recall))
    for (const { before, after } of nights) expect(after.recall).toBeGreaterThanOrEqual(before.recall)
  })

  test('and nothing else is: precision stays at .95 and more, and falls by less than a hundredth', () => {
    for (const { before, after } of nights) {
      expect(after.precision).toBeGreaterThanOrEqual(0.95)
      expect(after.precision).toBeGreaterThan(before.precision - 0.01)
    }
  })
})

describe('two stories', () => {
  const storyOn = (day: string, title: string, text: string) => {
    const article = prepareArticle({ title, text })
    return beginStory(storyVector(article.keys, new DocumentFrequency().idf), publishedSpan(day))
  }
  const TITLE = 'حريق يلتهم سوق القطن في بلدة المرجانة'
  const TEXT =
    'التهم حريق سوق القطن في بلدة المرجانة، وقال رئيس البلدية خالد النويري إن ثلاثين متجرا احترقت قرب محطة القطار.'

  test('of one event are one, also where one of them has no day', () => {
    for (const day of ['2026-03-03', ''])
      expect(
        proposeMerges(
          new Map([
            ['a', storyOn('2026-03-02', TITLE, TEXT)],
            ['b', storyOn(day, `${TITLE} القديم`, TEXT)],
          ]),
        ),
      ).toHaveLength(1)
  })

  test('of two weeks are two, however alike', () => {
    expect(
      proposeMerges(
        new Map([
          ['a', storyOn('2026-03-02', TITLE, TEXT)],
          ['b', storyOn('2026-03-16', TITLE, TEXT)],
        ]),
      ),
    ).toEqual([])
  })
})
