import '#tests/support/database.ts'
import { expect, test } from 'vitest'
import { EditEntityInput, editEntity } from '#lib/tag/edit-entity.ts'
import { getEntity } from '#lib/tag/get-entity.ts'
import { listRelations } from '#lib/tag/list-relations.ts'
import { mergeEntities } from '#lib/tag/merge-entities.ts'
import { restoreEntity } from '#lib/tag/retire-entity.ts'
import { undo } from '#lib/undo.ts'
import { anArticle } from '#seeds/builders/an-article.ts'
import { contextOf, systemContext } from '#tests/support/context.ts'

const ctx = systemContext()
const { db } = ctx

let made = 0
async function anEntity(given: { nameAr?: string; nameEn?: string; aliases?: object; titles?: string[] }) {
  const id = `entity-${++made}`
  await db.entity.create({ data: { id, kind: 'person', titles: [], aliases: {}, ...given } })
  return id
}
const related = (entityId: string, targetId: string, kind: 'partOf' | 'holdsOfficeIn' = 'partOf') =>
  db.entityRelation.create({ data: { entityId, targetId, kind, ...(kind === 'partOf' ? {} : { office: 'قائد' }) } })

/** All that merging may touch. */
const everything = async () =>
  JSON.stringify([
    await db.entity.findMany({ orderBy: { id: 'asc' }, omit: { updatedAt: true } }),
    await db.articleTag.findMany({ orderBy: { id: 'asc' } }),
    await db.entityRelation.findMany({ orderBy: { id: 'asc' } }),
    await db.seenName.findMany({ orderBy: { id: 'asc' } }),
  ])

test('two that are one: tags, names and relations become the other’s; undo parts them exactly as they were', async () => {
  const manager = await contextOf('manager')
  const spelt = { ar: [], en: [], fr: [], ambiguous: [], except: [] }
  const gone = await anEntity({
    nameAr: 'عبد الرحمن تياني',
    nameEn: 'Tiani',
    titles: ['الجنرال'],
    aliases: { ...spelt, ar: ['تياني'] },
  })
  const kept = await anEntity({ nameAr: 'عبدالرحمن تشياني', aliases: { ...spelt, ar: ['تشياني'] }, titles: ['القائد'] })
  const [army, staff, aide] = [
    await anEntity({ nameAr: 'الجيش' }),
    await anEntity({ nameAr: 'الأركان' }),
    await anEntity({ nameAr: 'معاون' }),
  ]
  await related(gone, army, 'holdsOfficeIn')
  await related(gone, staff, 'holdsOfficeIn')
  await related(kept, staff, 'holdsOfficeIn')
  await related(aide, gone)
  await related(gone, kept)
  const one = await anArticle(ctx, { tags: [{ entityId: gone }] })
  const both = await anArticle(ctx, { tags: [{ entityId: gone, state: 'accepted' }, { entityId: kept }] })
  await db.seenName.create({
    data: {
      key: 'تياني',
      kind: 'person',
      name: 'تياني',
      firstAt: ctx.now(),
      lastAt: ctx.now(),
      decision: 'merged',
      entityId: gone,
    },
  })
  const before = await everything()

  const { eventId } = await mergeEntities(manager, { entityId: gone, intoId: kept })
  const tagsOf = (articleId: string) =>
    db.articleTag.findMany({ where: { articleId }, select: { entityId: true, state: true } })
  expect(await tagsOf(one.id)).toEqual([{ entityId: kept, state: 'suggested' }])
  expect(await tagsOf(both.id)).toEqual([{ entityId: kept, state: 'accepted' }])
  expect(await getEntity(manager, kept)).toMatchObject({
    nameAr: 'عبدالرحمن تشياني',
    nameEn: 'Tiani',
    titles: ['القائد', 'الجنرال'],
    aliases: { ar: ['تشياني', 'عبد الرحمن تياني', 'تياني'], en: [], fr: [] },
  })
  const { own, toIt } = await listRelations(manager, kept)
  const names = (relations: typeof own) => relations.map(({ other }) => other.id).sort()
  expect([names(own), names(toIt)]).toEqual([[army, staff].sort(), [aide]])
  expect((await getEntity(manager, gone)).mergedInto?.id).toBe(kept)
  expect(await db.seenName.findFirst({ where: { entityId: kept } })).not.toBeNull()
  await expect(restoreEntity(manager, { entityId: gone })).rejects.toMatchObject({ key: 'conflict' })
  await expect(mergeEntities(manager, { entityId: gone, intoId: kept })).rejects.toMatchObject({ key: 'notFound' })

  await undo(manager, { eventId })
  expect(await everything()).toBe(before)
})

test('names that somebody has edited since stay when two are parted again', async () => {
  const manager = await contextOf('manager')
  const [gone, kept] = [await anEntity({ nameAr: 'سيدو جاسمبي' }), await anEntity({ nameAr: 'سيدو غاسامبي' })]
  const { eventId } = await mergeEntities(manager, { entityId: gone, intoId: kept })
  const form = { kind: 'person', nameEn: 'Seydou Gassambe', nameFr: '', titles: '', country: '', aliasesEn: '' }
  const more = { aliasesAr: 'سيدو جاسمبي', aliasesFr: '', ambiguous: '', except: '' }
  await editEntity(manager, EditEntityInput.parse({ entityId: kept, nameAr: 'سيدو غاسامبي', ...form, ...more }))
  await undo(manager, { eventId })
  expect(await getEntity(manager, kept)).toMatchObject({ nameEn: 'Seydou Gassambe', aliases: { ar: ['سيدو جاسمبي'] } })
  expect(await getEntity(manager, gone)).toMatchObject({ mergedInto: null, retiredAt: null })
})

test('a part is not merged into what is part of something that is part of it', async () => {
  const manager = await contextOf('manager')
  const [top, middle, low] = [
    await anEntity({ nameAr: 'الدولة' }),
    await anEntity({ nameAr: 'الوزارة' }),
    await anEntity({ nameAr: 'القسم' }),
  ]
  await related(middle, top)
  await related(low, middle)
  await expect(mergeEntities(manager, { entityId: low, intoId: top })).rejects.toMatchObject({ key: 'invalid' })
  expect(await getEntity(manager, low)).toMatchObject({ mergedInto: null, retiredAt: null })
})

test('an editor who may not change the vocabulary may not merge', async () => {
  const [entityId, intoId] = [await anEntity({ nameAr: 'أول' }), await anEntity({ nameAr: 'ثان' })]
  await expect(mergeEntities(await contextOf('editor'), { entityId, intoId })).rejects.toMatchObject({
    key: 'forbidden',
  })
})
