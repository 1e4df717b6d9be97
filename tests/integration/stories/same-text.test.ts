import { expect, test } from 'vitest'
import { markNotSameText } from '#lib/stories/mark-not-same-text.ts'
import { markSameText } from '#lib/stories/mark-same-text.ts'
import { setPrimary } from '#lib/stories/set-primary.ts'
import { undo } from '#lib/undo.ts'
import { anArticle } from '#seeds/builders/an-article.ts'
import { contextOf, NOW, systemContext } from '#tests/support/context.ts'
import { whereRoleMayOnly } from '#tests/support/grants.ts'

const ctx = systemContext()
const db = ctx.db
const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000)
const words = (count: number) => Array.from({ length: count }, (_, i) => `كلمة${i}`).join(' ')

const group = async (articleId: string) =>
  (await db.article.findUniqueOrThrow({ where: { id: articleId }, include: { duplicateGroup: true } })).duplicateGroup
const aCopy = (at: number, length = 60) => anArticle(ctx, { text: words(length), publishedAt: hours(at) })

test('copies become one group in one story, under the first full version', async () => {
  const salma = await contextOf('editor')
  const [teaser, full, late] = [await aCopy(0, 10), await aCopy(1), await aCopy(2)]
  await markSameText(salma, { articleIds: [late.id, full.id, teaser.id], reason: '' })
  expect(await group(teaser.id)).toMatchObject({ primaryId: full.id })
  const stories = await db.article.findMany({
    where: { id: { in: [teaser.id, full.id, late.id] } },
    include: { story: true },
  })
  expect(new Set(stories.map((article) => article.storyId)).size).toBe(1)
  expect(stories[0]?.story).toMatchObject({ articleCount: 3, firstAt: hours(0), lastAt: hours(2) })
})

test('two groups that are said to be one text become one, and two again by the undo', async () => {
  const salma = await contextOf('editor')
  const [a, b, c, d] = [await aCopy(0), await aCopy(1), await aCopy(2), await aCopy(3)]
  await markSameText(salma, { articleIds: [a.id, b.id], reason: '' })
  await markSameText(salma, { articleIds: [c.id, d.id], reason: '' })
  const before = [await group(a.id), await group(c.id)]
  const { eventId } = await markSameText(salma, { articleIds: [b.id, c.id], reason: '' })
  expect((await group(d.id))?.id).toBe((await group(a.id))?.id)
  await undo(salma, { eventId })
  expect([await group(a.id), await group(c.id)]).toEqual(before)
  expect((await group(d.id))?.id).toBe(before[1]?.id)
})

test('saying it twice changes nothing more', async () => {
  const salma = await contextOf('editor')
  const [a, b] = [await aCopy(0), await aCopy(1)]
  await markSameText(salma, { articleIds: [a.id, b.id], reason: '' })
  const before = await group(a.id)
  await markSameText(salma, { articleIds: [a.id, b.id], reason: '' })
  expect(await group(a.id)).toEqual(before)
  expect(await db.pairVerdict.count({ where: { about: 'text', OR: [{ aId: a.id }, { bId: a.id }] } })).toBe(1)
})

test('an article that is not the same leaves the group, and the word is kept for every copy', async () => {
  const salma = await contextOf('editor')
  const [a, b, c] = [await aCopy(0), await aCopy(1), await aCopy(2)]
  await markSameText(salma, { articleIds: [a.id, b.id, c.id], reason: '' })
  const { eventId } = await markNotSameText(salma, { articleId: a.id, reason: 'another price' })
  expect(await group(a.id)).toBeNull()
  expect(await group(b.id)).toMatchObject({ primaryId: b.id })
  const refused = await db.pairVerdict.findMany({ where: { same: false, OR: [{ aId: a.id }, { bId: a.id }] } })
  expect(refused).toHaveLength(2)
  expect(refused[0]).toMatchObject({ about: 'text', reason: 'another price', userId: salma.actor.userId })
  await expect(markNotSameText(salma, { articleId: a.id, reason: '' })).rejects.toMatchObject({ key: 'conflict' })

  await undo(salma, { eventId })
  expect((await group(a.id))?.id).toBe((await group(b.id))?.id)
  expect(await db.pairVerdict.count({ where: { same: false, OR: [{ aId: a.id }, { bId: a.id }] } })).toBe(0)
})

test('an editor chooses the primary, and later copies do not take its place', async () => {
  const salma = await contextOf('editor')
  const [a, b, c] = [await aCopy(0), await aCopy(1), await aCopy(2)]
  await markSameText(salma, { articleIds: [a.id, b.id], reason: '' })
  const { eventId } = await setPrimary(salma, { articleId: b.id, reason: '' })
  await markSameText(salma, { articleIds: [b.id, c.id], reason: '' })
  expect(await group(c.id)).toMatchObject({ primaryId: b.id, primarySetById: salma.actor.userId })
  await undo(salma, { eventId })
  expect(await group(c.id)).toMatchObject({ primaryId: a.id, primarySetById: null })
})

test('who may not decide on duplicates decides nothing', async () => {
  const reader = await contextOf('editor')
  const [a, b] = [await aCopy(0), await aCopy(1)]
  await whereRoleMayOnly('editor', ['article:read'], async () => {
    for (const attempt of [
      () => markSameText(reader, { articleIds: [a.id, b.id], reason: '' }),
      () => markNotSameText(reader, { articleId: a.id, otherId: b.id, reason: '' }),
      () => setPrimary(reader, { articleId: a.id, reason: '' }),
    ])
      await expect(attempt()).rejects.toMatchObject({ key: 'forbidden' })
  })
  expect(await group(a.id)).toBeNull()
})

test('an article is not told apart from one that is not here', async () => {
  const salma = await contextOf('editor')
  const { id } = await aCopy(0)
  const otherId = '00000000-0000-4000-8000-000000000000'
  await expect(markNotSameText(salma, { articleId: id, otherId, reason: '' })).rejects.toMatchObject({
    key: 'notFound',
  })
})
