import { beforeAll, expect, test } from 'vitest'
import type { Context } from '#lib/db/context.ts'
import { acceptSuggested } from '#lib/tag/accept-suggested.ts'
import { AddTagInput, addTag } from '#lib/tag/add-tag.ts'
import { decideTags } from '#lib/tag/decide-tags.ts'
import { removeTag } from '#lib/tag/remove-tag.ts'
import { undo } from '#lib/undo.ts'
import { aTopic } from '#seeds/builders/a-topic.ts'
import { anArticle } from '#seeds/builders/an-article.ts'
import { contextOf, NOW, systemContext } from '#tests/support/context.ts'
import { whereRoleMayOnly } from '#tests/support/grants.ts'

const system = systemContext()
let editor: Context & { actor: { userId: string } }
let colleague: Context & { actor: { userId: string } }

beforeAll(async () => {
  editor = await contextOf('editor')
  // A minute later: who decides again decides after.
  colleague = { ...(await contextOf('editor')), now: () => new Date(NOW.getTime() + 60_000) }
  await aTopic(system, { id: 'desk:security', labelAr: 'أمن', labelEn: 'security' })
  await aTopic(system, { id: 'desk:water', labelAr: 'مياه', labelEn: 'water' })
})

const tagsOf = (articleId: string) =>
  system.db.articleTag.findMany({
    where: { articleId },
    orderBy: [{ topicId: 'asc' }, { country: 'asc' }],
    select: { topicId: true, country: true, origin: true, state: true, userId: true, decidedAt: true },
  })

const two = (given = {}) => anArticle(system, { tags: [{ topicId: 'desk:security' }, { country: 'NE' }], ...given })

test('accepting what is suggested leaves what was rejected alone, says who and when, and can be taken back', async () => {
  const article = await anArticle(system, {
    tags: [{ topicId: 'desk:security' }, { topicId: 'desk:water', state: 'rejected' }],
  })
  const before = await tagsOf(article.id)
  const { eventId } = await acceptSuggested(editor, { articleIds: [article.id], withCopies: false })
  expect(await tagsOf(article.id)).toMatchObject([
    { topicId: 'desk:security', state: 'accepted', userId: editor.actor.userId, decidedAt: NOW },
    { topicId: 'desk:water', state: 'rejected', userId: null },
  ])
  await undo(editor, { eventId: eventId ?? '' })
  expect(await tagsOf(article.id)).toEqual(before)
})

test('accepting twice is one decision', async () => {
  const article = await two()
  const chosen = { articleIds: [article.id], withCopies: false }
  await acceptSuggested(editor, chosen)
  const before = await tagsOf(article.id)
  expect(await acceptSuggested(colleague, chosen)).toEqual({ note: 'unchanged' })
  expect(await tagsOf(article.id)).toEqual(before)
})

test('a decision holds for the copies of a text where that is asked for', async () => {
  const group = await system.db.duplicateGroup.create({ data: {} })
  const first = await two({ duplicateGroupId: group.id })
  const copy = await two({ duplicateGroupId: group.id })
  await acceptSuggested(editor, { articleIds: [first.id], withCopies: false })
  expect((await tagsOf(copy.id)).map((tag) => tag.state)).toEqual(['suggested', 'suggested'])
  await acceptSuggested(editor, { articleIds: [first.id], withCopies: true })
  expect((await tagsOf(copy.id)).map((tag) => tag.state)).toEqual(['accepted', 'accepted'])
})

test('undo leaves the tag alone that a colleague has decided on since', async () => {
  const article = await two()
  const { eventId } = await acceptSuggested(editor, { articleIds: [article.id], withCopies: false })
  const country = await system.db.articleTag.findFirstOrThrow({ where: { articleId: article.id, country: 'NE' } })
  await decideTags(colleague, { tagIds: [country.id], state: 'rejected' })
  await decideTags(colleague, { tagIds: [country.id], state: 'accepted' })
  await undo(editor, { eventId: eventId ?? '' })
  expect(await tagsOf(article.id)).toMatchObject([
    { topicId: 'desk:security', state: 'suggested', userId: null },
    { country: 'NE', state: 'accepted', userId: colleague.actor.userId },
  ])
})

test('a tag is rejected, made a suggestion again, and each can be taken back', async () => {
  const article = await two()
  const tag = await system.db.articleTag.findFirstOrThrow({ where: { articleId: article.id, country: 'NE' } })
  const state = async () => (await system.db.articleTag.findUniqueOrThrow({ where: { id: tag.id } })).state
  const rejected = await decideTags(editor, { tagIds: [tag.id], state: 'rejected' })
  const again = await decideTags(editor, { tagIds: [tag.id], state: 'suggested' })
  expect(await state()).toBe('suggested')
  await undo(editor, { eventId: again.eventId ?? '' })
  expect(await state()).toBe('rejected')
  await undo(editor, { eventId: rejected.eventId ?? '' })
  expect(await state()).toBe('suggested')
  await expect(undo(editor, { eventId: rejected.eventId ?? '' })).rejects.toMatchObject({ key: 'nothingToUndo' })
})

test('adding a tag makes a person’s tag, accepts what was suggested, and twice is once', async () => {
  const [bare, suggested] = [await anArticle(system), await two()]
  const input = AddTagInput.parse({ articleIds: [bare.id, suggested.id], subject: 'topic:desk:security' })
  const { eventId } = await addTag(editor, input)
  expect(await tagsOf(bare.id)).toMatchObject([{ topicId: 'desk:security', origin: 'person', state: 'accepted' }])
  expect((await tagsOf(suggested.id))[0]).toMatchObject({ origin: 'rule', state: 'accepted' })
  expect(await addTag(colleague, input)).toEqual({ note: 'unchanged' })
  await undo(editor, { eventId: eventId ?? '' })
  expect(await tagsOf(bare.id)).toEqual([])
  expect((await tagsOf(suggested.id))[0]).toMatchObject({ state: 'suggested', userId: null })
})

test('two editors who add the same tag at once end with one tag', async () => {
  const article = await anArticle(system)
  const input = AddTagInput.parse({ articleIds: [article.id], subject: 'country:ML' })
  await Promise.all([addTag(editor, input), addTag(colleague, input)])
  expect(await tagsOf(article.id)).toHaveLength(1)
})

test('a subject that is unknown or retired is not added, a retired one can be taken off', async () => {
  const article = await anArticle(system)
  const retired = await aTopic(system, {})
  await system.db.articleTag.create({
    data: { articleId: article.id, topicId: retired.id, origin: 'rule', state: 'accepted' },
  })
  await system.db.topic.update({ where: { id: retired.id }, data: { retiredAt: NOW } })
  const about = (subject: string) => AddTagInput.parse({ articleIds: [article.id], subject })
  await expect(addTag(editor, about(`topic:${retired.id}`))).rejects.toMatchObject({ key: 'notFound' })
  await expect(addTag(editor, about('entity:nobody'))).rejects.toMatchObject({ key: 'notFound' })
  await expect(addTag(editor, about('country:QQ'))).rejects.toMatchObject({ key: 'notFound' })
  const { eventId } = await removeTag(editor, about(`topic:${retired.id}`))
  expect(await tagsOf(article.id)).toMatchObject([{ state: 'rejected', userId: editor.actor.userId }])
  expect(await removeTag(editor, about(`topic:${retired.id}`))).toEqual({ note: 'unchanged' })
  await undo(editor, { eventId: eventId ?? '' })
  expect(await tagsOf(article.id)).toMatchObject([{ state: 'accepted', userId: null }])
})

test('who may not tag changes nothing, and neither does anybody on a withdrawn article', async () => {
  const article = await two()
  const chosen = { articleIds: [article.id], withCopies: false }
  const subject = { kind: 'country' as const, id: 'ML' }
  const tagIds = (await system.db.articleTag.findMany({ where: { articleId: article.id } })).map((tag) => tag.id)
  const before = await tagsOf(article.id)
  const all = (ctx: Context) => [
    () => acceptSuggested(ctx, chosen),
    () => addTag(ctx, { ...chosen, subject }),
    () => removeTag(ctx, { ...chosen, subject: { kind: 'country', id: 'NE' } }),
    () => decideTags(ctx, { tagIds, state: 'rejected' }),
  ]
  await whereRoleMayOnly('editor', ['article:read'], async () => {
    for (const run of all(editor)) await expect(run()).rejects.toMatchObject({ key: 'forbidden' })
  })
  await system.db.article.update({ where: { id: article.id }, data: { withdrawnAt: NOW } })
  for (const run of all(editor)) await expect(run()).rejects.toMatchObject({ key: 'notFound' })
  expect(await tagsOf(article.id)).toEqual(before)
})

test('undo takes an added tag away though clocks go on while it is added', async () => {
  const article = await anArticle(system)
  let at = NOW.getTime()
  const live = { ...editor, now: () => new Date(at++) }
  const { eventId } = await addTag(live, AddTagInput.parse({ articleIds: [article.id], subject: 'country:NE' }))
  await undo(live, { eventId: eventId ?? '' })
  expect(await tagsOf(article.id)).toEqual([])
})
