import '#tests/support/database.ts'
import '#tests/support/embeddings-server.ts'

import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { undoBatch } from '#lib/batches/undo-batch.ts'
import { checkEmbeddings } from '#lib/cli/doctor/check-embeddings.ts'
import { vectorOf } from '#lib/compare/meaning.ts'
import { whyInStory } from '#lib/compare/why-in-story.ts'
import { pool } from '#lib/db/client.ts'
import { embed } from '#lib/pipeline/embed.ts'
import { askEmbeddings } from '#lib/pipeline/embeddings-provider.ts'
import { ingest, type StoredDocument, type Vocabulary } from '#lib/pipeline.ts'
import { currentVocabulary } from '#lib/vocabulary.ts'
import { loadReference } from '#seeds/reference/load-reference.ts'
import { NOW, systemContext } from '#tests/support/context.ts'
import { answering, embeddings, embeddingsUrl, KEY } from '#tests/support/embeddings-server.ts'

const ctx = systemContext()
let vocabulary: Vocabulary
/** Each test has minutes of its own: a provider that failed is left alone for one. */
let now = NOW

beforeAll(async () => {
  await loadReference(ctx)
  vocabulary = await currentVocabulary(ctx.db)
})
beforeEach(() => {
  later(10)
  embeddings.respond = answering
  embeddings.asked.length = 0
})
afterEach(withdrawAll)
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000)
}

type Report = { title: string; text: string }

/** Nothing of one test is a copy for the next. */
async function withdrawAll(): Promise<void> {
  for (const { id } of await ctx.db.batch.findMany({ where: { state: 'done' } })) await undoBatch(ctx, { batchId: id })
}

/** Reports of one day, delivered one after the other or all at once. @returns their articles, in order, and how many stories they tell */
async function arrived(day: string, reports: Report[], { atOnce = false } = {}) {
  const { id: batchId } = await ctx.db.batch.create({ data: { name: day, origin: 'api', state: 'done' } })
  const documents = await Promise.all(
    reports.map(async (report, n): Promise<StoredDocument> => {
      const stated = { ...report, publishedAt: `${day}T0${n + 6}:00:00Z` }
      const bytes = Buffer.from(JSON.stringify(stated))
      const sha256 = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
      const row = { batchId, path: `${n}.json`, mediaType: 'text/plain', bytes, size: bytes.length, sha256 }
      const { id } = await ctx.db.document.create({ data: row })
      return {
        id,
        batchId,
        bytes,
        sha256,
        mediaType: 'text/plain',
        stated,
        arrivedAt: now,
        receivedAt: now.toISOString(),
      }
    }),
  )
  for (const chunk of atOnce ? [documents] : documents.map((one) => [one])) await ingest(pool(), chunk, vocabulary, now)
  const articles = await Promise.all(
    documents.map(({ id }) =>
      ctx.db.article.findFirstOrThrow({ where: { documents: { some: { id } } }, include: { embedding: true } }),
    ),
  )
  return { articles, stories: new Set(articles.map(({ storyId }) => storyId)).size }
}

const BEAR: Report = {
  title: 'دب يبعثر خلايا نحال عجوز',
  text: 'نزل دب جائع من الجبل عند الغروب فقلب الخلايا واحدة بعد أخرى وأتى على العسل كله، ولم يجد النحال حين عاد سوى إطارات مكسورة وأسراب من النحل تحوم في العتمة.',
}
const OURS: Report = {
  title: 'Un apiculteur perd toute sa récolte',
  text: "Descendu de la montagne à la tombée du jour, un ours affamé a renversé les ruches une à une et dévoré le miel de la saison. Le vieil homme n'a retrouvé que des cadres brisés et des abeilles affolées.",
}
const PAINTER: Report = {
  title: 'Un peintre expose ses tableaux',
  text: "L'exposition réunit trente tableaux d'un peintre longtemps oublié, que sa famille avait gardés au grenier. Elle reste ouverte tout le mois, et l'entrée est libre pour les écoliers.",
}

describe('one event in two languages, without a name or number in common', () => {
  test.each([
    ['one after the other', false],
    ['in one delivery', true],
  ])('is one story where a provider has read both, %s; without one it is two', async (_, atOnce) => {
    embeddings.respond = (response) => response.writeHead(500).end()
    const without = await arrived('2026-03-02', [BEAR, OURS, PAINTER], { atOnce })
    expect(without.stories).toBe(3)
    expect(without.articles.map(({ embedding }) => embedding)).toEqual([null, null, null])
    await withdrawAll()

    later(10)
    embeddings.respond = answering
    const { articles, stories } = await arrived('2026-03-02', [BEAR, OURS, PAINTER], { atOnce })
    const [bear, ours, painter] = articles
    expect(ours?.storyId).toBe(bear?.storyId)
    expect(painter?.storyId).not.toBe(bear?.storyId)
    expect(stories).toBe(2)
    for (const why of await whyInStory(ctx, bear?.storyId as string)) {
      expect(why.because).toContainEqual({ kind: 'meaning', cosine: expect.closeTo(0.95, 1) })
      expect(why.score).toBeGreaterThan(why.threshold)
    }
  })

  test('is kept with each article as numbers of length one, and the model that made them', async () => {
    const { articles } = await arrived('2026-03-20', [BEAR])
    const { model, vector } = articles[0]?.embedding ?? { model: '', vector: new Uint8Array() }
    expect(model).toBe('things-1')
    expect(vectorOf(vector).reduce((sum, x) => sum + x * x, 0)).toBeCloseTo(1, 5)
  })

  test('stays two where the first was read by another model: its numbers mean something else', async () => {
    const { articles } = await arrived('2026-04-02', [BEAR])
    await ctx.db.articleEmbedding.update({
      where: { articleId: articles[0]?.id as string },
      data: { model: 'things-0' },
    })
    const second = await arrived('2026-04-02', [OURS])
    expect(second.articles[0]?.embedding?.model).toBe('things-1')
    expect(second.articles[0]?.storyId).not.toBe(articles[0]?.storyId)
  })

  test('is two where weeks lie between', async () => {
    const first = await arrived('2026-05-02', [BEAR])
    const second = await arrived('2026-05-20', [OURS])
    expect(second.articles[0]?.storyId).not.toBe(first.articles[0]?.storyId)
  })
})

test.each([false, true])(
  'two attacks that read alike stay two: other countries and other numbers of dead (at once: %s)',
  async (atOnce) => {
    const { stories } = await arrived(
      atOnce ? '2026-06-02' : '2026-06-20',
      [
        {
          title: 'مقتل 15 جنديا في هجوم في مالي',
          text: 'قُتل 15 جنديا في هجوم شنه مسلحون على قرية في مالي فجر اليوم، وقال الجنود الناجون إن المهاجمين فروا.',
        },
        {
          title: '23 soldats tués dans une attaque au Burkina Faso',
          text: 'Une attaque contre un village du Burkina Faso a fait 23 morts parmi les soldats, selon une source locale qui parle d’assaillants en fuite.',
        },
      ],
      { atOnce },
    )
    expect(stories).toBe(2)
    expect(embeddings.asked.length).toBeGreaterThan(0)
  },
)

describe('an import goes on without', () => {
  const failures: [string, typeof answering, number][] = [
    ['answers 500', (response) => response.writeHead(500).end('oops'), 2],
    ['hangs up', (response) => response.destroy(), 2],
    ['answers with a page', (response) => response.end('<html>'), 2],
    ['answers in another shape', (response) => response.end('{"embeddings":[[1,0]]}'), 2],
    ['leaves a text out', (response) => response.end('{"data":[]}'), 2],
    ['gives numbers without direction', (response) => response.end('{"data":[{"index":0,"embedding":[0,0]}]}'), 2],
    ['refuses the key', (response) => response.writeHead(401).end(), 1],
    ['leads elsewhere', (response) => response.writeHead(307, { location: embeddingsUrl }).end(), 2],
  ]
  test.each(failures)('a provider that %s', async (what, respond, tries) => {
    embeddings.respond = respond
    const { articles } = await arrived('2026-07-02', [
      { title: `ورشة ${what}`, text: `نص قصير عن ورشة لصناعة السجاد: ${what}.` },
    ])
    expect(articles[0]).toMatchObject({ embedding: null, storyId: expect.any(String) })
    expect(embeddings.asked).toHaveLength(tries)
  })

  test('one that does not answer in time', async () => {
    embeddings.respond = () => {}
    const provider = { url: embeddingsUrl, model: 'things-1', key: undefined }
    await expect(askEmbeddings(provider, ['نص'], 100)).rejects.toThrow('no answer within 0.1 s')
    expect(embeddings.asked).toHaveLength(2)
  })

  test('and leaves one that failed alone for a minute, then asks it again', async () => {
    const one = [{ id: 'a', title: null, text: 'نص' }]
    embeddings.respond = (response) => response.writeHead(503).end()
    expect(await embed(one, now)).toBeNull()
    embeddings.respond = answering
    embeddings.asked.length = 0
    expect(await embed(one, now)).toBeNull()
    expect(embeddings.asked).toHaveLength(0)
    later(1)
    expect((await embed(one, now))?.vectors.size).toBe(1)
  })
})

test('a provider is asked for 64 texts at a time, each its headline and beginning, with the operator’s key', async () => {
  const articles = Array.from({ length: 65 }, (_, i) => ({
    id: `${i}`,
    title: `عنوان ${i}`,
    text: 'كلام '.repeat(1000),
  }))
  const embedded = await embed([...articles, { id: 'empty', title: null, text: ' ' }], now)
  expect([...(embedded?.vectors.keys() ?? [])]).toEqual(articles.map(({ id }) => id))
  expect(embeddings.asked.map(({ input }) => input.length)).toEqual([64, 1])
  for (const { model, authorization } of embeddings.asked)
    expect({ model, authorization }).toEqual({ model: 'things-1', authorization: `Bearer ${KEY}` })
  expect(embeddings.asked[1]?.input[0]).toMatch(/^عنوان 64\nكلام/)
  expect(embeddings.asked[1]?.input[0]?.length).toBe(1500)
})

test('the doctor says whether the provider answers, and never the key', async () => {
  expect(await checkEmbeddings()).toMatchObject([
    { what: 'embeddings', seen: expect.stringMatching(/^things-1 answers with \d+ numbers/) },
  ])
  embeddings.respond = (response) => response.writeHead(401).end(KEY)
  const [finding] = await checkEmbeddings()
  expect(finding).toMatchObject({
    seen: 'things-1: it answered 401',
    wayOut: expect.stringContaining('MIRQAB_EMBEDDINGS_URL'),
  })
  expect(JSON.stringify(finding)).not.toContain(KEY)
})
