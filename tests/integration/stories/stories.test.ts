import { expect, test } from 'vitest'
import { lockStory } from '#lib/stories/lock-story.ts'
import { mergeStories } from '#lib/stories/merge-stories.ts'
import { moveToStory } from '#lib/stories/move-to-story.ts'
import { renameStory } from '#lib/stories/rename-story.ts'
import { splitStory } from '#lib/stories/split-story.ts'
import { undo } from '#lib/undo.ts'
import { anArticle } from '#seeds/builders/an-article.ts'
import { contextOf, NOW, systemContext } from '#tests/support/context.ts'
import { whereRoleMayOnly } from '#tests/support/grants.ts'

const HOUR = 3_600_000
const ctx = systemContext()
const db = ctx.db

/** Articles of one story, an hour apart. */
async function aStory(count: number, text = 'نص') {
  const first = await anArticle(ctx, { text: `${text} ${crypto.randomUUID()}`, publishedAt: NOW })
  const storyId = first.storyId as string
  const rest = []
  for (let i = 1; i < count; i++) {
    const publishedAt = new Date(NOW.getTime() + i * HOUR)
    rest.push(await anArticle(ctx, { storyId, text: `${text} ${crypto.randomUUID()}`, publishedAt }))
  }
  await db.story.update({ where: { id: storyId }, data: { articleCount: count, lastAt: rest.at(-1)?.sortAt ?? NOW } })
  return { storyId, ids: [first.id, ...rest.map((article) => article.id)] }
}

const storyOf = (id: string) => db.story.findUniqueOrThrow({ where: { id } })
const verdicts = (ids: string[], about: string) =>
  db.pairVerdict.findMany({ where: { about, OR: [{ aId: { in: ids } }, { bId: { in: ids } }] } })

test('stories that are merged are one, with the right count and span, and the undo parts them again', async () => {
  const salma = await contextOf('editor')
  const [one, two] = [await aStory(2), await aStory(3)]
  const { eventId } = await mergeStories(salma, {
    storyId: one.storyId,
    otherIds: [two.storyId],
    reason: 'one meeting',
  })
  expect(await storyOf(one.storyId)).toMatchObject({
    articleCount: 5,
    firstAt: NOW,
    lastAt: new Date(NOW.getTime() + 2 * HOUR),
  })
  expect(await storyOf(two.storyId)).toMatchObject({ articleCount: 0 })
  expect(await verdicts(one.ids, 'event')).toMatchObject([{ same: true, reason: 'one meeting' }])

  await undo(salma, { eventId })
  expect(await storyOf(one.storyId)).toMatchObject({ articleCount: 2, lastAt: new Date(NOW.getTime() + HOUR) })
  expect(await storyOf(two.storyId)).toMatchObject({ articleCount: 3 })
  expect(await verdicts(one.ids, 'event')).toEqual([])
})

test('merging the same stories twice is refused the second time and changes nothing', async () => {
  const salma = await contextOf('editor')
  const [one, two] = [await aStory(1), await aStory(1)]
  await mergeStories(salma, { storyId: one.storyId, otherIds: [two.storyId], reason: '' })
  const again = mergeStories(salma, { storyId: one.storyId, otherIds: [two.storyId], reason: '' })
  await expect(again).rejects.toMatchObject({ key: 'conflict' })
  expect(await storyOf(one.storyId)).toMatchObject({ articleCount: 2 })
})

test('a split leaves both stories with the right counts and is remembered for every pair across', async () => {
  const salma = await contextOf('editor')
  const { storyId, ids } = await aStory(4)
  const leaving = ids.slice(2)
  const { eventId, redirectTo } = await splitStory(salma, { storyId, articleIds: leaving, reason: '' })
  const own = redirectTo.split('/').at(-1) as string
  expect(await storyOf(storyId)).toMatchObject({ articleCount: 2, lastAt: new Date(NOW.getTime() + HOUR) })
  expect(await storyOf(own)).toMatchObject({ articleCount: 2, firstAt: new Date(NOW.getTime() + 2 * HOUR) })
  const said = await verdicts(ids, 'event')
  expect(said).toHaveLength(4)
  expect(said.every((verdict) => !verdict.same)).toBe(true)

  await undo(salma, { eventId })
  expect(await storyOf(storyId)).toMatchObject({ articleCount: 4 })
  expect(await verdicts(ids, 'event')).toEqual([])
})

test('a copy leaves a story together with the text it copies', async () => {
  const salma = await contextOf('editor')
  const { storyId, ids } = await aStory(3)
  const group = await db.duplicateGroup.create({ data: {} })
  await db.article.updateMany({ where: { id: { in: ids.slice(1) } }, data: { duplicateGroupId: group.id } })
  const { redirectTo } = await splitStory(salma, { storyId, articleIds: [ids[1] as string], reason: '' })
  expect(await storyOf(redirectTo.split('/').at(-1) as string)).toMatchObject({ articleCount: 2 })
})

test('a story cannot be split so that nothing is left of it', async () => {
  const { storyId, ids } = await aStory(2)
  const all = splitStory(await contextOf('editor'), { storyId, articleIds: ids, reason: '' })
  await expect(all).rejects.toMatchObject({ key: 'conflict' })
})

test('an article moves to another story, once, and back by the undo', async () => {
  const salma = await contextOf('editor')
  const [from, to] = [await aStory(2), await aStory(1)]
  const move = { articleIds: [from.ids[1] as string], storyId: to.storyId, reason: '' }
  const { eventId } = await moveToStory(salma, move)
  expect(await storyOf(to.storyId)).toMatchObject({ articleCount: 2 })
  await expect(moveToStory(salma, move)).rejects.toMatchObject({ key: 'conflict' })
  const said = await verdicts([from.ids[1] as string], 'event')
  expect(said.map((verdict) => verdict.same).sort()).toEqual([false, true])
  await undo(salma, { eventId })
  expect(await storyOf(from.storyId)).toMatchObject({ articleCount: 2 })
  expect(await storyOf(to.storyId)).toMatchObject({ articleCount: 1 })
})

test('merging what had been split forgets the earlier word', async () => {
  const salma = await contextOf('editor')
  const { storyId, ids } = await aStory(2)
  const { redirectTo } = await splitStory(salma, { storyId, articleIds: [ids[1] as string], reason: '' })
  await mergeStories(salma, { storyId, otherIds: [redirectTo.split('/').at(-1) as string], reason: '' })
  expect((await verdicts(ids, 'event')).map((verdict) => verdict.same)).toEqual([true])
})

test('of two editors who rename a story at once, the second is told', async () => {
  const salma = await contextOf('editor')
  const { storyId } = await aStory(1)
  const was = { storyId, wasTitle: null, wasSummary: null, summary: null, reason: '' }
  const { eventId } = await renameStory(salma, { ...was, title: 'قمة نيامي' })
  await expect(renameStory(salma, { ...was, title: 'اجتماع' })).rejects.toMatchObject({ key: 'conflict' })
  expect(await storyOf(storyId)).toMatchObject({ title: 'قمة نيامي' })
  await undo(salma, { eventId })
  expect(await storyOf(storyId)).toMatchObject({ title: null })
})

test('a story is locked, not twice, and unlocked by the undo', async () => {
  const salma = await contextOf('editor')
  const { storyId } = await aStory(1)
  const { eventId } = await lockStory(salma, { storyId, locked: true, reason: '' })
  await expect(lockStory(salma, { storyId, locked: true, reason: '' })).rejects.toMatchObject({ key: 'conflict' })
  await undo(salma, { eventId })
  expect(await storyOf(storyId)).toMatchObject({ lockedAt: null })
})

test('who may not edit stories changes none', async () => {
  const [one, two] = [await aStory(2), await aStory(1)]
  const reader = await contextOf('editor')
  const attempts = [
    () => mergeStories(reader, { storyId: one.storyId, otherIds: [two.storyId], reason: '' }),
    () => splitStory(reader, { storyId: one.storyId, articleIds: one.ids.slice(1), reason: '' }),
    () => moveToStory(reader, { articleIds: two.ids, storyId: one.storyId, reason: '' }),
    () =>
      renameStory(reader, {
        storyId: one.storyId,
        title: 'x',
        summary: null,
        wasTitle: null,
        wasSummary: null,
        reason: '',
      }),
    () => lockStory(reader, { storyId: one.storyId, locked: true, reason: '' }),
  ]
  await whereRoleMayOnly('editor', ['article:read'], async () => {
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ key: 'forbidden' })
  })
  expect(await storyOf(one.storyId)).toMatchObject({ articleCount: 2, title: null, lockedAt: null })
})
