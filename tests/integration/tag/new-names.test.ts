import '#tests/support/database.ts'
import { beforeEach, expect, test } from 'vitest'
import { restoreBatch } from '#lib/batches/restore-batch.ts'
import { undoBatch } from '#lib/batches/undo-batch.ts'
import { editText } from '#lib/correct/edit-text.ts'
import { findNames } from '#lib/jobs/handlers/find-names.ts'
import { recountBatch } from '#lib/jobs/handlers/recount-batch.ts'
import { AddEntityInput, addEntity } from '#lib/tag/add-entity.ts'
import { decideTags } from '#lib/tag/decide-tags.ts'
import { getEntity } from '#lib/tag/get-entity.ts'
import { AddNameAsEntityInput, addNameAsEntity } from '#lib/tag/new-names/add-name-as-entity.ts'
import { entityNames } from '#lib/tag/new-names/entity-names.ts'
import { ignoreName } from '#lib/tag/new-names/ignore-name.ts'
import { countNewNames, listNewNames, type NewNameFilter } from '#lib/tag/new-names/list-new-names.ts'
import { mergeName } from '#lib/tag/new-names/merge-name.ts'
import { nameExamples } from '#lib/tag/new-names/name-examples.ts'
import { nameProposals } from '#lib/tag/new-names/name-proposals.ts'
import { undo } from '#lib/undo.ts'
import { anArticle } from '#seeds/builders/an-article.ts'
import { contextOf, systemContext } from '#tests/support/context.ts'

const ctx = systemContext()
const { db } = ctx

beforeEach(async () => {
  await db.seenName.deleteMany()
  await db.articleTag.deleteMany()
  await db.entity.deleteMany()
})

const GENERAL = (name: string) => `أعلن قائد الأركان الجنرال ${name} فتح الطريق إلى الشمال، وعاد التجار إلى السوق.`
const looked = async (...articles: { id: string }[]) => findNames(ctx, { articleIds: articles.map(({ id }) => id) })
const list = async (filter: NewNameFilter = {}) => listNewNames(ctx, { ...filter, limit: 50 }, await entityNames(ctx))

/** Articles with this text, whose names were looked for. */
const articlesOf = (...texts: string[]) => articlesIn('ar', ...texts)
async function articlesIn(language: string, ...texts: string[]) {
  const articles = []
  for (const text of texts) articles.push(await anArticle(ctx, { title: null, text, language }))
  await looked(...articles)
  return articles
}
async function theOne() {
  const names = await list()
  expect(names).toHaveLength(1)
  return names[0] as (typeof names)[number]
}
const added = (nameId: string, more: object = {}) =>
  AddNameAsEntityInput.parse({ nameId, kind: 'person', nameAr: 'سيدو غاسامبي', nameEn: '', nameFr: '', ...more })
const tagsOf = (articleId: string) =>
  db.articleTag.findMany({ where: { articleId }, select: { entityId: true, state: true, evidence: true } })
const state = async () =>
  JSON.stringify([
    await db.seenName.findMany({ orderBy: { key: 'asc' } }),
    await db.seenNameArticle.findMany({ orderBy: [{ nameId: 'asc' }, { articleId: 'asc' }] }),
  ])

test('a name nobody knows is listed once two articles have it, in its usual spellings, however often they are looked at', async () => {
  const [first] = await articlesOf(GENERAL('سيدو غاسامبي'))
  expect(await list()).toEqual([])
  const [second] = await articlesOf(`وقال العقيد ${'سيدو غاسامبى'} إن الطريق آمن.`)
  expect(await theOne()).toMatchObject({ name: 'سيدو غاسامبي', kind: 'person', language: 'ar', articles: 2, titled: 2 })
  const before = await state()
  await looked(first as { id: string }, second as { id: string })
  await Promise.all([looked(second as { id: string }), looked(first as { id: string })])
  expect(await state()).toBe(before)
})

test('names that entities have are not listed, in any of their spellings, and neither are countries', async () => {
  const manager = await contextOf('manager')
  const form = { kind: 'person', nameEn: '', nameFr: '', titles: '', country: '', aliasesEn: '', aliasesFr: '' }
  const fields = { ...form, nameAr: 'سيدو غاسامبي', aliasesAr: '', ambiguous: '', except: '' }
  await addEntity(manager, AddEntityInput.parse(fields))
  await articlesOf(GENERAL('سيدو غاسامبي'), GENERAL('سيدو غاسامبى'), 'وصل الوفد إلى مالي ثم إلى النيجر.')
  expect(await db.seenName.count()).toBe(0)
})

test('what was on the list and is added by its form is asked about no more', async () => {
  const manager = await contextOf('manager')
  await articlesOf(GENERAL('سيدو غاسامبي'), GENERAL('سيدو غاسامبي'))
  const form = { kind: 'person', nameEn: '', nameFr: '', titles: '', country: '', aliasesEn: '', aliasesFr: '' }
  const fields = { ...form, nameAr: 'السيد غاسامبي', aliasesAr: 'سيدو غاسامبي', ambiguous: '', except: '' }
  await addEntity(manager, AddEntityInput.parse(fields))
  expect(await list()).toEqual([])
  expect(await countNewNames(ctx, {}, await entityNames(ctx))).toBe(0)
})

test('an undone batch does not count; brought back, it does', async () => {
  const admin = await contextOf('admin')
  const [here] = await articlesOf(GENERAL('سيدو غاسامبي'))
  const [gone] = await articlesOf(GENERAL('سيدو غاسامبي'))
  expect((await theOne()).articles).toBe(2)
  const batchId = gone?.batchId as string
  await undoBatch(admin, { batchId })
  await recountBatch(ctx, { batchId })
  expect(await list()).toEqual([])
  expect(await db.seenName.findFirst()).toMatchObject({ articles: 1, lastAt: here?.sortAt })
  await looked(gone as { id: string })
  expect(await db.seenName.findFirst()).toMatchObject({ articles: 1 })
  await restoreBatch(admin, { batchId })
  await recountBatch(ctx, { batchId })
  expect((await theOne()).articles).toBe(2)
})

test('a name that a correction takes out of a text is seen there no more', async () => {
  const editor = await contextOf('editor')
  const [article] = await articlesOf(GENERAL('سيدو غاسامبي'), GENERAL('سيدو غاسامبي'))
  const { id, revision } = article as NonNullable<typeof article>
  await editText(editor, { articleId: id, revision, text: GENERAL('بوريما كوندي') })
  await looked({ id })
  expect(await list()).toEqual([])
  const names = await db.seenName.findMany({ select: { name: true, articles: true }, orderBy: { key: 'asc' } })
  expect(names).toEqual([
    { name: 'بوريما كوندي', articles: 1 },
    { name: 'سيدو غاسامبي', articles: 1 },
  ])
})

test('each name comes with its sentences, one from each text, the name as it stands there', async () => {
  const group = await db.duplicateGroup.create({ data: {} })
  const text = `ملخص.\n\n😀 ${GENERAL('سيدو غاسامبي')}`
  const copies = [1, 2].map(() => anArticle(ctx, { title: null, text, duplicateGroupId: group.id }))
  await looked(...(await Promise.all(copies)))
  await articlesOf(`وفي مكان آخر ${GENERAL('سيدو غاسامبي')}`)
  const { id } = await theOne()
  const examples = (await nameExamples(ctx, [id])).get(id)
  expect(examples?.map(({ quote }) => quote)).toEqual(['سيدو غاسامبي', 'سيدو غاسامبي'])
  expect(examples?.[1]?.before).toBe('😀 أعلن قائد الأركان الجنرال ')
})

test('entities and other new names of close spelling are proposed, across scripts, the closest first', async () => {
  const form = { kind: 'person' as const, titles: [], aliases: {} }
  await db.entity.create({
    data: { id: 'tchiani', nameAr: 'عبد الرحمن تشياني', nameEn: 'Abdourahamane Tchiani', ...form },
  })
  await db.entity.create({ data: { id: 'other', nameAr: 'حسين النوري', ...form } })
  await articlesOf(GENERAL('عبد الرحمان تياني'), GENERAL('عبد الرحمان تياني'))
  await articlesOf('General Seydou Gassambe said so.', 'General Seydou Gassambe said no.', GENERAL('سيدو غاسامبي'))
  const names = await list()
  const proposals = await nameProposals(ctx, names, await entityNames(ctx))
  const [tiani, gassambe] = ['عبد الرحمان تياني', 'Seydou Gassambe'].map((name) =>
    proposals.get(names.find((one) => one.name === name)?.id ?? ''),
  )
  expect(tiani?.entities.map(({ id }) => id)).toEqual(['tchiani'])
  expect(gassambe).toMatchObject({ entities: [], others: [{ name: 'سيدو غاسامبي', articles: 1 }] })
})

test('added, a name is an entity with its spellings, suggested where it was seen; undo leaves no trace', async () => {
  const manager = await contextOf('manager')
  const [one] = await articlesOf(...['عبد الله دياكيتي', 'عبد الله دياكيتي', 'عبدالله دياكيتي'].map(GENERAL))
  await articlesIn('en', 'General Abdoulaye Diakité said so.', 'General Abdoulaye Diakité said no.')
  const before = await state()
  const names = await list()
  const [nameId, also] = ['عبد الله دياكيتي', 'Abdoulaye Diakité'].map(
    (name) => names.find((n) => n.name === name)?.id ?? '',
  )
  const { eventId, entityId } = await addNameAsEntity(
    manager,
    added(nameId as string, { also: [also], nameAr: 'عبد الله دياكيتي' }),
  )
  expect(await getEntity(manager, entityId)).toMatchObject({
    kind: 'person',
    nameAr: 'عبد الله دياكيتي',
    aliases: { ar: ['عبدالله دياكيتي'], en: ['Abdoulaye Diakité'], fr: [] },
  })
  const [tag] = await tagsOf(one?.id as string)
  const start = GENERAL('').indexOf('الجنرال ') + 'الجنرال '.length
  expect(tag).toMatchObject({
    entityId,
    state: 'suggested',
    evidence: { quote: 'عبد الله دياكيتي', span: { start, end: start + 'عبد الله دياكيتي'.length } },
  })
  expect(await db.articleTag.count({ where: { entityId } })).toBe(5)
  expect(await list()).toEqual([])
  await undo(manager, { eventId })
  expect(await state()).toBe(before)
  expect(await db.entity.count({ where: { id: entityId } })).toBe(0)
  expect(await list()).toHaveLength(2)
})

test('what an editor has accepted meanwhile holds: the entity stays', async () => {
  const [manager, editor] = await Promise.all([contextOf('manager'), contextOf('editor')])
  const [one] = await articlesOf(GENERAL('سيدو غاسامبي'), GENERAL('سيدو غاسامبي'))
  const { eventId, entityId } = await addNameAsEntity(manager, added((await theOne()).id))
  const tag = await db.articleTag.findFirstOrThrow({ where: { articleId: one?.id as string, entityId } })
  await decideTags(editor, { tagIds: [tag.id], state: 'accepted' })
  await expect(undo(manager, { eventId })).rejects.toMatchObject({ key: 'conflict' })
  expect(await getEntity(manager, entityId)).toMatchObject({ nameAr: 'سيدو غاسامبي' })
})

test('merged, a name is a spelling of the entity and suggested where it was seen; undo keeps what others did since', async () => {
  const manager = await contextOf('manager')
  const aliases = { ar: ['القائد'], en: [], fr: [], ambiguous: [], except: [] }
  await db.entity.create({ data: { id: 'gassambe', kind: 'person', nameAr: 'سايدو جاسمبي', titles: [], aliases } })
  const [one] = await articlesOf(GENERAL('سيدو غاسامبي'), GENERAL('سيدو غاسامبي'))
  const before = await state()
  const { id: nameId } = await theOne()
  const { eventId } = await mergeName(manager, { nameId, also: [], entityId: 'gassambe' })
  expect((await getEntity(manager, 'gassambe')).aliases.ar).toEqual(['القائد', 'سيدو غاسامبي'])
  expect(await tagsOf(one?.id as string)).toMatchObject([{ entityId: 'gassambe', state: 'suggested' }])
  const more = { ...aliases, ar: ['القائد', 'سيدو غاسامبي', 'قائد القوة'] }
  await db.entity.update({ where: { id: 'gassambe' }, data: { aliases: more } })
  await undo(manager, { eventId })
  expect((await getEntity(manager, 'gassambe')).aliases.ar).toEqual(['القائد', 'قائد القوة'])
  expect(await tagsOf(one?.id as string)).toEqual([])
  expect(await state()).toBe(before)
})

test('ignored, a name does not come back however often it is seen; undo asks about it again', async () => {
  const manager = await contextOf('manager')
  await articlesOf(GENERAL('سيدو غاسامبي'), GENERAL('سيدو غاسامبي'))
  const { id: nameId } = await theOne()
  const { eventId } = await ignoreName(manager, { nameId })
  await articlesOf(GENERAL('سيدو غاسامبي'))
  expect(await list()).toEqual([])
  await undo(manager, { eventId })
  expect((await theOne()).articles).toBe(3)
})

test('of two who decide on a name, the second is told', async () => {
  const [manager, other] = await Promise.all([contextOf('manager'), contextOf('manager')])
  await articlesOf(GENERAL('سيدو غاسامبي'), GENERAL('سيدو غاسامبي'))
  const { id: nameId } = await theOne()
  const said = await Promise.allSettled([ignoreName(manager, { nameId }), addNameAsEntity(other, added(nameId))])
  expect(said.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(said.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { key: 'conflict' } })
})

test('an editor who may not change the vocabulary neither sees the list nor decides', async () => {
  const editor = await contextOf('editor')
  await articlesOf(GENERAL('سيدو غاسامبي'), GENERAL('سيدو غاسامبي'))
  const { id: nameId } = await theOne()
  await db.entity.create({ data: { id: 'somebody', kind: 'person', nameAr: 'فلان الفلاني', titles: [], aliases: {} } })
  const tries = [
    () => listNewNames(editor, { limit: 5 }, []),
    () => countNewNames(editor, {}, []),
    () => entityNames(editor),
    () => nameProposals(editor, [], []),
    () => addNameAsEntity(editor, added(nameId)),
    () => mergeName(editor, { nameId, also: [], entityId: 'somebody' }),
    () => ignoreName(editor, { nameId }),
  ]
  for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ key: 'forbidden' })
  expect((await theOne()).id).toBe(nameId)
})

test('the list goes on where a page ended, and is narrowed by kind and by words in any spelling', async () => {
  const [a, b, c] = [GENERAL('سيدو غاسامبي'), GENERAL('بوريما كوندي'), 'قرب مدينة بوغاتشيرو وقعت معركة.']
  await articlesOf(a, a, a, b, b, c, c)
  const entities = await entityNames(ctx)
  const all = await list()
  expect(all.map(({ articles }) => articles)).toEqual([3, 2, 2])
  const pages = []
  for (let after = undefined as (typeof all)[number] | undefined; ; ) {
    const [next] = await listNewNames(ctx, { after, limit: 1 }, entities)
    if (!next) break
    pages.push(next.id)
    after = next
  }
  expect(pages).toEqual(all.map(({ id }) => id))
  expect((await list({ kind: 'place' })).map(({ name }) => name)).toEqual(['بوغاتشيرو'])
  expect((await list({ q: 'غاسامبى' })).map(({ name }) => name)).toEqual(['سيدو غاسامبي'])
})
