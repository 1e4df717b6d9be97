import '#tests/support/database.ts'
import { beforeAll, expect, test } from 'vitest'
import { listDesk } from '#lib/articles/list-desk.ts'
import type { AppError } from '#lib/core/errors.ts'
import { AddTagInput, addTag } from '#lib/tag/add-tag.ts'
import { AddTopicInput, addTopic } from '#lib/tag/add-topic.ts'
import { EditTopicInput, editTopic } from '#lib/tag/edit-topic.ts'
import { getTopic } from '#lib/tag/get-topic.ts'
import { mergeTopics } from '#lib/tag/merge-topics.ts'
import { restoreTopic } from '#lib/tag/retire-topic.ts'
import { undo } from '#lib/undo.ts'
import { anArticle } from '#seeds/builders/an-article.ts'
import { loadReference } from '#seeds/reference/load-reference.ts'
import { contextOf, systemContext } from '#tests/support/context.ts'

const POLITICS = 'medtop:11000000'
const MINING = 'medtop:20000205'

beforeAll(async () => {
  await loadReference(systemContext())
})

async function aTerm(labelAr: string, more: object = {}): Promise<string> {
  const manager = await contextOf('manager')
  const form = { parentId: POLITICS, labelAr, labelEn: '', definitionAr: '', terms: '', ...more }
  return (await addTopic(manager, AddTopicInput.parse(form))).topicId
}

const tagged = async (articleId: string, topicId: string) => {
  const editor = await contextOf('editor')
  await addTag(editor, AddTagInput.parse({ articleIds: [articleId], subject: `topic:${topicId}` }))
}
const tagsOf = async (articleId: string) =>
  (await systemContext().db.articleTag.findMany({ where: { articleId }, orderBy: { topicId: 'asc' } })).map(
    ({ topicId, state, origin }) => ({ topicId, state, origin }),
  )

test('merging hands on articles, words and what hangs under a term; undo parts them exactly as they were', async () => {
  const manager = await contextOf('manager')
  const kept = await aTerm('ملف الحدود الجنوبية', { terms: 'معبر الجنوب' })
  const gone = await aTerm('معابر الصحراء الكبرى', { terms: 'معبر رملي *' })
  const below = await aTerm('جمارك المعابر الرملية', { parentId: gone })
  const [one, both] = [await anArticle(manager), await anArticle(manager)]
  await tagged(one.id, gone)
  await tagged(both.id, gone)
  await manager.db.articleTag.create({
    data: { articleId: both.id, topicId: kept, origin: 'rule', state: 'suggested', score: 0.4 },
  })
  const before = await manager.db.articleTag.findMany({ orderBy: { id: 'asc' } })

  const { eventId } = await mergeTopics(manager, { topicId: gone, intoId: kept })
  expect(await tagsOf(one.id)).toEqual([{ topicId: kept, state: 'accepted', origin: 'person' }])
  expect(await tagsOf(both.id)).toEqual([{ topicId: kept, state: 'accepted', origin: 'rule' }])
  const { terms } = await getTopic(manager, kept)
  expect(terms.map(({ t }) => t)).toEqual(['معبر الجنوب', 'معابر الصحراء الكبرى', 'معبر رملي'])
  expect((await getTopic(manager, below)).path.at(-1)?.id).toBe(kept)
  expect((await getTopic(manager, gone)).mergedInto?.id).toBe(kept)
  const listed = async (topic: string) =>
    (await listDesk(manager, { filter: { topic }, score: null, after: null })).rows.map(({ lead }) => lead.id).sort()
  expect(await listed(gone)).toEqual([one.id, both.id].sort())
  expect(await listed(kept)).toEqual([one.id, both.id].sort())
  await expect(restoreTopic(manager, { topicId: gone })).rejects.toMatchObject({ key: 'conflict' })

  await undo(manager, { eventId })
  expect(await manager.db.articleTag.findMany({ orderBy: { id: 'asc' } })).toEqual(before)
  expect((await getTopic(manager, kept)).terms.map(({ t }) => t)).toEqual(['معبر الجنوب'])
  expect((await getTopic(manager, below)).path.at(-1)?.id).toBe(gone)
  expect(await getTopic(manager, gone)).toMatchObject({ mergedInto: null, retiredAt: null })
})

test('a topic is not merged into itself or into what hangs under it, and IPTC’s stay', async () => {
  const manager = await contextOf('manager')
  const above = await aTerm('قوافل الملح القديمة')
  const below = await aTerm('أسواق الملح الشتوية', { parentId: above })
  for (const [topicId, intoId] of [
    [above, above],
    [above, below],
    [MINING, above],
  ] as const)
    await expect(mergeTopics(manager, { topicId, intoId })).rejects.toMatchObject({ key: 'invalid' })
  await expect(mergeTopics(await contextOf('editor'), { topicId: below, intoId: above })).rejects.toMatchObject({
    key: 'forbidden',
  })
})

test('a name that the tree has, or all but, is refused with a pointer to it', async () => {
  const manager = await contextOf('manager')
  const first = await aTerm('رعي الإبل في الواحات')
  const refused: AppError = await aTerm('رعي إبل الواحات في').then(
    () => expect.unreachable(),
    (error) => error,
  )
  expect(refused).toMatchObject({
    key: 'topicExists',
    details: { at: { path: `/topics/${encodeURIComponent(first)}` } },
  })
  const other = await aTerm('تربية النحل الجبلي')
  const rename = (labelAr: string) =>
    editTopic(manager, EditTopicInput.parse({ topicId: other, labelAr, labelEn: '', definitionAr: '', terms: '' }))
  await expect(rename('رعي الإبل في الواحات')).rejects.toMatchObject({ key: 'topicExists' })
  await expect(rename('تربية النحل الجبلية')).resolves.toHaveProperty('eventId')
})
