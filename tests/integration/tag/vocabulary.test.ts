import '#tests/support/database.ts'
import { beforeAll, expect, test } from 'vitest'
import { AddEntityInput, addEntity } from '#lib/tag/add-entity.ts'
import { AddTopicInput, addTopic } from '#lib/tag/add-topic.ts'
import { compileVocabulary } from '#lib/tag/compile-vocabulary.ts'
import { EditEntityInput, editEntity } from '#lib/tag/edit-entity.ts'
import { EditTopicInput, editTopic } from '#lib/tag/edit-topic.ts'
import { getEntity } from '#lib/tag/get-entity.ts'
import { getTopic } from '#lib/tag/get-topic.ts'
import { listEntities } from '#lib/tag/list-entities.ts'
import { listTopics } from '#lib/tag/list-topics.ts'
import { loadTagRows } from '#lib/tag/load-tag-rows.ts'
import { restoreEntity, retireEntity } from '#lib/tag/retire-entity.ts'
import { restoreTopic, retireTopic } from '#lib/tag/retire-topic.ts'
import { suggestTags } from '#lib/tag/suggest-tags.ts'
import { undo } from '#lib/undo.ts'
import { anArticle } from '#seeds/builders/an-article.ts'
import { loadReference } from '#seeds/reference/load-reference.ts'
import { contextOf, systemContext } from '#tests/support/context.ts'

const FIRST_LEVEL = 17
const POLITICS = 'medtop:11000000'

beforeAll(async () => {
  await loadReference(systemContext())
})

const topicForm = (given: object = {}) => ({
  parentId: POLITICS,
  labelAr: 'ملف المناجم',
  labelEn: 'Mining file',
  definitionAr: 'رخص المناجم\nوما يُستخرج منها.',
  terms: 'رخصة التعدين *\r\nمنجم\r\n! منجم ذهب',
  ...given,
})
const entityForm = (given: object = {}) => ({
  kind: 'person',
  nameAr: 'ياسمين بن تومي',
  nameEn: 'Yasmine Bentoumi',
  nameFr: '',
  titles: '',
  country: 'DZ',
  aliasesAr: 'ياسمينة بن تومي',
  aliasesEn: '',
  aliasesFr: '',
  ambiguous: '',
  except: '',
  ...given,
})
const suggested = async (text: string) => {
  const vocabulary = compileVocabulary(await loadTagRows(systemContext().db))
  return suggestTags({ title: '', text, titleTrusted: true }, vocabulary).map(({ subject }) => subject.id)
}

test('the tree is walked level by level, and a search by any label looks through all of it', async () => {
  const manager = await contextOf('manager')
  const roots = await listTopics(manager, { locale: 'ar' })
  expect(roots.total).toBe(FIRST_LEVEL)
  const below = await listTopics(manager, { parent: POLITICS, locale: 'ar' })
  expect(below.topics.every(({ parentId }) => parentId === POLITICS)).toBe(true)
  expect((await listTopics(manager, { q: 'election', locale: 'ar' })).topics.length).toBeGreaterThan(2)
  expect((await listTopics(manager, { q: 'انتخابات', locale: 'en' })).topics.length).toBeGreaterThan(2)
})

test('every topic is reached page by page, each once', async () => {
  const manager = await contextOf('manager')
  const seen: string[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listTopics>> = await listTopics(manager, {
      q: 'medtop',
      locale: 'ar',
      ...(after ? { after } : {}),
    })
    seen.push(...page.topics.map(({ id }) => id))
    after = page.next
  } while (after)
  expect(seen.length).toBeGreaterThan(1000)
  expect(new Set(seen).size).toBe(seen.length)
})

test('a term of the desk’s own suggests itself from then on, until it is retired', async () => {
  const manager = await contextOf('manager')
  const { topicId } = await addTopic(manager, AddTopicInput.parse(topicForm()))
  expect(topicId).toMatch(/^desk:mining-file-/)
  expect((await getTopic(manager, topicId)).path.map(({ id }) => id)).toEqual([POLITICS])
  const text = 'سحبت الوزارة رخصة التعدين من الشركة.'
  expect(await suggested(text)).toContain(topicId)
  const { eventId } = await retireTopic(manager, { topicId })
  expect(await suggested(text)).not.toContain(topicId)
  await expect(retireTopic(manager, { topicId })).rejects.toMatchObject({ key: 'conflict' })
  await undo(manager, { eventId })
  expect(await suggested(text)).toContain(topicId)
})

test('a new term can be taken back while nothing hangs on it', async () => {
  const manager = await contextOf('manager')
  const names = { labelAr: 'قوافل الملح', labelEn: 'Salt caravans' }
  const unused = await addTopic(manager, AddTopicInput.parse(topicForm(names)))
  await undo(manager, { eventId: unused.eventId })
  await expect(getTopic(manager, unused.topicId)).rejects.toMatchObject({ key: 'notFound' })
  const used = await addTopic(manager, AddTopicInput.parse(topicForm(names)))
  await anArticle(systemContext(), { tags: [{ topicId: used.topicId }] })
  await expect(undo(manager, { eventId: used.eventId })).rejects.toMatchObject({ key: 'conflict' })
  const { topics } = await listTopics(manager, { q: used.topicId, locale: 'ar' })
  expect(topics[0]).toMatchObject({ articles: 1, children: 0 })
})

test('an IPTC topic may be renamed in Arabic and keeps its English name; undo gives the old name back', async () => {
  const manager = await contextOf('manager')
  const before = await getTopic(manager, POLITICS)
  const input = EditTopicInput.parse(topicForm({ topicId: POLITICS, labelAr: 'السياسة', labelEn: 'Mine' }))
  const { eventId } = await editTopic(manager, input)
  expect(await getTopic(manager, POLITICS)).toMatchObject({ labelAr: 'السياسة', labelEn: before.labelEn })
  await undo(manager, { eventId: eventId as string })
  expect(await getTopic(manager, POLITICS)).toEqual(before)
})

test('what belongs under a topic is said in one line, shown with it, and given back by undo', async () => {
  const manager = await contextOf('manager')
  const names = { labelAr: 'مقالع الرخام', labelEn: 'Marble quarries' }
  const { topicId } = await addTopic(manager, AddTopicInput.parse(topicForm(names)))
  expect((await getTopic(manager, topicId)).definitionAr).toBe('رخص المناجم وما يُستخرج منها.')
  const input = EditTopicInput.parse(topicForm({ ...names, topicId, definitionAr: '' }))
  const { eventId } = await editTopic(manager, input)
  expect((await getTopic(manager, topicId)).definitionAr).toBeNull()
  expect(await editTopic(manager, input)).toEqual({})
  await undo(manager, { eventId: eventId as string })
  const { topics } = await listTopics(manager, { q: topicId, locale: 'ar' })
  expect(topics[0]?.definitionAr).toBe('رخص المناجم وما يُستخرج منها.')
})

test('an edit recorded before a field was there is taken back without a word about that field', async () => {
  const manager = await contextOf('manager')
  const { db } = systemContext()
  const form = { nameAr: 'زهرة المنصوري', nameEn: '', aliasesAr: '' }
  const { entityId } = await addEntity(manager, AddEntityInput.parse(entityForm(form)))
  const changed = entityForm({ ...form, entityId, nameFr: 'Zahra Mansouri' })
  const entity = await editEntity(manager, EditEntityInput.parse(changed))
  const topic = await editTopic(manager, EditTopicInput.parse(topicForm({ topicId: POLITICS, labelAr: 'السياسة' })))
  for (const { eventId } of [entity, topic])
    await db.$executeRaw`
      UPDATE audit_event SET undo = undo #- '{before,titles}' #- '{after,titles}' #- '{before,definitionAr}'
        #- '{after,definitionAr}' WHERE id = ${eventId}::uuid`
  await db.entity.update({ where: { id: entityId }, data: { titles: ['الوزيرة'] } })
  await undo(manager, { eventId: entity.eventId as string })
  expect(await getEntity(manager, entityId)).toMatchObject({ nameFr: null, titles: ['الوزيرة'] })
  await undo(manager, { eventId: topic.eventId as string })
  expect((await getTopic(manager, POLITICS)).definitionAr).toBe('رخص المناجم وما يُستخرج منها.')
})

test('a title in front of a name that several bear makes it sure; titles are edited like spellings', async () => {
  const manager = await contextOf('manager')
  const form = { nameAr: 'سليم بن وادي الخير', aliasesAr: '', ambiguous: 'سليم وادي' }
  const { entityId } = await addEntity(manager, AddEntityInput.parse(entityForm(form)))
  const text = 'وصل الجنرال سليم وادي إلى العاصمة، وقال الجنرال سليم وادي إنه باق.'
  expect(await suggested(text)).not.toContain(entityId)
  const input = EditEntityInput.parse(entityForm({ ...form, entityId, titles: 'الجنرال\r\nالجنرال\r\nالفريق' }))
  const { eventId } = await editEntity(manager, input)
  expect((await getEntity(manager, entityId)).titles).toEqual(['الجنرال', 'الفريق'])
  expect(await suggested(text)).toContain(entityId)
  await undo(manager, { eventId: eventId as string })
  expect((await getEntity(manager, entityId)).titles).toEqual([])
})

test('what a person changed survives the next load of the reference data; the rest follows it', async () => {
  const manager = await contextOf('manager')
  const { db } = systemContext()
  await editEntity(
    manager,
    EditEntityInput.parse(
      entityForm({ entityId: 'ecowas', kind: 'organisation', nameAr: 'إكواس', aliasesAr: 'سيدياو' }),
    ),
  )
  await db.entity.update({ where: { id: 'aes' }, data: { nameAr: 'drifted' } })
  expect(await loadReference(systemContext())).toBe(1)
  expect((await getEntity(manager, 'ecowas')).nameAr).toBe('إكواس')
  expect((await getEntity(manager, 'aes')).nameAr).toBe('تحالف دول الساحل')
  expect(await loadReference(systemContext())).toBe(0)
})

test('an entity is found by any spelling, in the list and in articles; an edit can be taken back', async () => {
  const manager = await contextOf('manager')
  const { entityId } = await addEntity(manager, AddEntityInput.parse(entityForm()))
  const { entities } = await listEntities(manager, { q: 'ياسمينه', locale: 'ar' })
  expect(entities.map(({ id }) => id)).toEqual([entityId])
  expect(await suggested('قالت ياسمينة بن تومي إن الاتفاق جاهز، وأضافت ياسمينة بن تومي أنه سيوقع غدًا.')).toContain(
    entityId,
  )
  const input = EditEntityInput.parse(entityForm({ entityId, aliasesFr: 'Y. Bentoumi' }))
  const { eventId } = await editEntity(manager, input)
  expect((await getEntity(manager, entityId)).aliases.fr).toEqual(['Y. Bentoumi'])
  expect(await editEntity(manager, input)).toEqual({})
  await undo(manager, { eventId: eventId as string })
  expect((await getEntity(manager, entityId)).aliases.fr).toEqual([])
  const retired = await retireEntity(manager, { entityId })
  expect(await suggested('قالت ياسمينة بن تومي إن الاتفاق جاهز.')).not.toContain(entityId)
  await undo(manager, { eventId: retired.eventId })
  expect((await getEntity(manager, entityId)).retiredAt).toBeNull()
})

test('an editor reads articles and may not change the vocabulary', async () => {
  const ctx = await contextOf('editor')
  for (const attempt of [
    () => addTopic(ctx, AddTopicInput.parse(topicForm())),
    () => editTopic(ctx, EditTopicInput.parse(topicForm({ topicId: POLITICS }))),
    () => retireTopic(ctx, { topicId: POLITICS }),
    () => restoreTopic(ctx, { topicId: POLITICS }),
    () => addEntity(ctx, AddEntityInput.parse(entityForm())),
    () => editEntity(ctx, EditEntityInput.parse(entityForm({ entityId: 'aes' }))),
    () => retireEntity(ctx, { entityId: 'aes' }),
    () => restoreEntity(ctx, { entityId: 'aes' }),
    () => listTopics(ctx, { locale: 'ar' }),
    () => listEntities(ctx, { locale: 'ar' }),
  ])
    await expect(attempt()).rejects.toMatchObject({ key: 'forbidden' })
})
