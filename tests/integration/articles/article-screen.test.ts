import { expect, test } from 'vitest'
import { findNeighbours } from '#lib/articles/find-neighbours.ts'
import { getArticle } from '#lib/articles/get-article.ts'
import { getOriginal } from '#lib/articles/get-original.ts'
import { listCopies } from '#lib/articles/list-copies.ts'
import { listHistory } from '#lib/articles/list-history.ts'
import { listStoryArticles } from '#lib/articles/list-story-articles.ts'
import { compress } from '#lib/core/compress.ts'
import { parseQuery } from '#lib/search/parse-query.ts'
import { toTsquery } from '#lib/search/tsquery.ts'
import { listStories } from '#lib/stories/list-stories.ts'
import { markSameText } from '#lib/stories/mark-same-text.ts'
import { renameStory } from '#lib/stories/rename-story.ts'
import { anArticle } from '#seeds/builders/an-article.ts'
import { contextOf, NOW, systemContext } from '#tests/support/context.ts'

const ctx = systemContext()
const db = ctx.db
const at = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000)

test('an article comes with its flags, its tags and what they are called', async () => {
  await db.entity.create({ data: { id: 'ecowas', kind: 'organisation', nameAr: 'إيكواس', nameEn: 'ECOWAS' } })
  const { id } = await anArticle(ctx, { flags: ['truncated'], tags: [{ entityId: 'ecowas' }, { country: 'NE' }] })
  const article = await getArticle(ctx, id)
  expect(article.flags).toMatchObject([{ kind: 'truncated' }])
  expect(article.tags.map((tag) => tag.entity?.nameAr ?? tag.country).sort()).toEqual(['NE', 'إيكواس'])
})

test('what was withdrawn with its batch is found by nobody', async () => {
  const { id, storyId } = await anArticle(ctx, { withdrawnAt: NOW })
  await expect(getArticle(ctx, id)).rejects.toMatchObject({ key: 'notFound' })
  expect(await listStoryArticles(ctx, storyId as string)).toEqual([])
})

test('copies come with how they are related, those that only hold the text after those that are it', async () => {
  const salma = await contextOf('editor')
  const [one, two, round] = [
    await anArticle(ctx, { publishedAt: at(0) }),
    await anArticle(ctx, { publishedAt: at(1) }),
    await anArticle(ctx, { publishedAt: at(2) }),
  ]
  await markSameText(salma, { articleIds: [one.id, two.id], reason: '' })
  const [aId, bId] = [one.id, round.id].sort() as [string, string]
  const pair = { aId, bId, kind: 'contains', jaccard: 0.2, containment: 0.8, evidence: {} }
  await db.duplicatePair.create({ data: pair })
  expect(await listCopies(ctx, one.id)).toMatchObject([
    { id: two.id, inGroup: true, isPrimary: false, pair: null },
    { id: round.id, inGroup: false, pair: { kind: 'contains', jaccard: 0.2, containment: 0.8 } },
  ])
  expect(await listCopies(ctx, two.id)).toMatchObject([{ id: one.id, isPrimary: true }])
})

test('the original comes back byte for byte', async () => {
  const { id, batchId } = await anArticle(ctx)
  const bytes = Uint8Array.from([0xff, 0x00, 0xc7, 0xe1, 0x0d, 0x0a])
  const document = {
    batchId,
    path: 'monday.zip/خبر.txt',
    mediaType: 'text/plain',
    size: 6,
    sha256: new Uint8Array(32),
    articleId: id,
  }
  await db.document.create({ data: { ...document, state: 'read', bytes: compress(bytes) } })
  const original = await getOriginal(ctx, id)
  expect([...original.bytes]).toEqual([...bytes])
  expect(original).toMatchObject({ path: 'monday.zip/خبر.txt', batchName: 'a batch' })
})

test('the history of an article tells of its story too', async () => {
  const salma = await contextOf('editor')
  const article = await anArticle(ctx)
  const storyId = article.storyId as string
  await renameStory(salma, { storyId, title: 'قمة', summary: null, wasTitle: null, wasSummary: null, reason: '' })
  expect(await listHistory(ctx, article)).toMatchObject([{ kind: 'story.renamed', actor: { name: salma.actor.name } }])
})

test('next and previous follow the desk and pass over copies', async () => {
  const salma = await contextOf('editor')
  const base = 100_000
  const [first, copy, middle, last] = [
    await anArticle(ctx, { publishedAt: at(base) }),
    await anArticle(ctx, { publishedAt: at(base + 1) }),
    await anArticle(ctx, { publishedAt: at(base + 2) }),
    await anArticle(ctx, { publishedAt: at(base + 3) }),
  ]
  await markSameText(salma, { articleIds: [first.id, copy.id], reason: '' })
  expect(await findNeighbours(ctx, middle)).toMatchObject({ newer: { id: last.id }, older: { id: first.id } })
  expect((await findNeighbours(ctx, last)).newer).toBeNull()
})

test('stories come newest first, page by page, each once', async () => {
  const base = 200_000
  for (let i = 0; i < 5; i++)
    await anArticle(ctx, { publishedAt: at(base + Math.floor(i / 2)), title: `قمة باماكو ${i}` })
  const tsquery = toTsquery(parseQuery('قمة باماكو'), 'all')
  const seen: string[] = []
  let after: { lastAt: Date; id: string } | undefined
  for (let page = 0; page < 4; page++) {
    const lines = await listStories(ctx, { tsquery, after, limit: 2 })
    seen.push(...lines.map((line) => line.headline ?? ''))
    after = lines.at(-1) ?? after
  }
  expect(seen).toHaveLength(5)
  expect(new Set(seen).size).toBe(5)
  expect(await listStories(ctx, { tsquery, several: true })).toEqual([])
})

test('a stray headline does not name a story when another article has a sound one', async () => {
  const stray = await anArticle(ctx, { publishedAt: at(300_000), title: 'معرض الزرابي', flags: ['title-mismatch'] })
  await anArticle(ctx, { publishedAt: at(300_001), title: 'اتفاق في لومي', storyId: stray.storyId })
  const [line] = await listStories(ctx, { limit: 1 })
  expect(line).toMatchObject({ id: stray.storyId, headline: 'اتفاق في لومي' })
})
