import '#tests/support/database.ts'
import { beforeAll, expect, test } from 'vitest'
import { AddEntityInput, addEntity } from '#lib/tag/add-entity.ts'
import { findTargets } from '#lib/tag/find-targets.ts'
import { listRelations } from '#lib/tag/list-relations.ts'
import { removeRelation } from '#lib/tag/remove-relation.ts'
import { SetRelationInput, setRelation } from '#lib/tag/set-relation.ts'
import { undo } from '#lib/undo.ts'
import { contextOf, systemContext } from '#tests/support/context.ts'

beforeAll(async () => {
  await systemContext().db.entity.createMany({
    data: [
      { id: 'general', kind: 'person', nameAr: 'الجنرال سليم وادي', nameEn: 'Salim Ouadi' },
      { id: 'league', kind: 'organisation', nameAr: 'رابطة الواحات', nameEn: 'League of Oases' },
      { id: 'council', kind: 'organisation', nameAr: 'مجلس الواحات' },
      { id: 'office', kind: 'organisation', nameAr: 'مكتب الواحات' },
      { id: 'closed', kind: 'organisation', nameAr: 'هيئة الواحات', retiredAt: new Date('2026-01-01') },
    ],
  })
})

const relation = (given: object = {}) =>
  SetRelationInput.parse({
    entityId: 'general',
    kind: 'holdsOfficeIn',
    target: 'country:NE',
    office: 'رئيس الأركان',
    until: '',
    ...given,
  })
const part = (entityId: string, whole: string) =>
  relation({ entityId, kind: 'partOf', target: `entity:${whole}`, office: '', until: '' })

test('an office is recorded once, with its end when it ends, and each step can be taken back', async () => {
  const manager = await contextOf('manager')
  const begun = await setRelation(manager, relation())
  expect(await setRelation(manager, relation())).toMatchObject({ note: 'unchanged' })
  const ended = await setRelation(manager, relation({ until: '2025' }))
  const { own } = await listRelations(manager, 'general')
  expect(own).toMatchObject([{ office: 'رئيس الأركان', until: 2025, other: { kind: 'country', id: 'NE' } }])
  await expect(undo(manager, { eventId: begun.eventId as string })).rejects.toMatchObject({ key: 'conflict' })
  await undo(manager, { eventId: ended.eventId as string })
  expect((await listRelations(manager, 'general')).own).toMatchObject([{ until: null }])
  await undo(manager, { eventId: begun.eventId as string })
  expect((await listRelations(manager, 'general')).own).toEqual([])
})

test('a relation is seen from both ends; taken out, it comes back by undo, unless it is there again', async () => {
  const manager = await contextOf('manager')
  await setRelation(manager, relation({ target: 'entity:league', office: 'أمين عام' }))
  const own = async () => (await listRelations(manager, 'general')).own
  expect((await listRelations(manager, 'league')).toIt).toMatchObject([
    { kind: 'holdsOfficeIn', office: 'أمين عام', other: { id: 'general', isRetired: false } },
  ])
  const relationId = (await own())[0]?.id as string
  const first = await removeRelation(manager, { relationId })
  expect(await own()).toEqual([])
  expect(await removeRelation(manager, { relationId })).toEqual({ note: 'unchanged' })
  await undo(manager, { eventId: first.eventId as string })
  expect(await own()).toMatchObject([{ office: 'أمين عام', until: null, other: { id: 'league' } }])
  const second = await removeRelation(manager, { relationId: (await own())[0]?.id as string })
  await setRelation(manager, relation({ target: 'entity:league', office: 'نائب' }))
  await expect(undo(manager, { eventId: second.eventId as string })).rejects.toMatchObject({ key: 'conflict' })
  expect(await own()).toMatchObject([{ office: 'نائب' }])
})

test('a whole is never part of its own part, nor of itself', async () => {
  const manager = await contextOf('manager')
  await setRelation(manager, part('office', 'council'))
  await setRelation(manager, part('council', 'league'))
  for (const circle of [part('league', 'office'), part('council', 'office'), part('league', 'league')])
    await expect(setRelation(manager, circle)).rejects.toMatchObject({ key: 'invalid' })
})

test('a form without an office, about a topic or with a strange year is refused; a part has neither office nor end', () => {
  expect(part('office', 'league')).toMatchObject({ office: null, until: null, targetId: 'league', country: null })
  expect(relation({ kind: 'partOf', office: 'رئيس', until: '2020' })).toMatchObject({ office: null, until: null })
  for (const wrong of [{ office: ' ' }, { target: 'topic:medtop:11000000' }, { until: '20' }, { until: 'أمس' }])
    expect(() => relation(wrong)).toThrow()
})

test('nothing is related to what is retired or unknown', async () => {
  const manager = await contextOf('manager')
  for (const target of ['entity:closed', 'entity:nobody', 'country:ZQ'])
    await expect(setRelation(manager, relation({ target }))).rejects.toMatchObject({ key: 'notFound' })
  await expect(setRelation(manager, relation({ entityId: 'nobody' }))).rejects.toMatchObject({ key: 'notFound' })
})

test('what to relate to is found among entities and countries in use, never the entity itself', async () => {
  const manager = await contextOf('manager')
  const found = async (q: string) =>
    (await findTargets(manager, ['entity', 'country'], 'league', q)).map(({ id }) => id)
  expect((await found('واحات')).sort()).toEqual(['council', 'office'])
  expect(await found('النيجر')).toContain('NE')
})

test('a new entity is not taken back once something is related to it', async () => {
  const manager = await contextOf('manager')
  const lists = { titles: '', aliasesAr: '', aliasesEn: '', aliasesFr: '', ambiguous: '', except: '' }
  const form = { kind: 'organisation', nameAr: 'اتحاد الواحات', nameEn: '', nameFr: '', country: '', ...lists }
  const { entityId, eventId } = await addEntity(manager, AddEntityInput.parse(form))
  const related = await setRelation(manager, relation({ target: `entity:${entityId}` }))
  await expect(undo(manager, { eventId })).rejects.toMatchObject({ key: 'conflict' })
  await undo(manager, { eventId: related.eventId as string })
  await undo(manager, { eventId })
  expect(await systemContext().db.entity.count({ where: { id: entityId } })).toBe(0)
})

test('an editor may not change relations, and two managers at once record one', async () => {
  const editor = await contextOf('editor')
  const manager = await contextOf('manager')
  const given = relation({ entityId: 'office', target: 'country:DZ' })
  await expect(setRelation(editor, given)).rejects.toMatchObject({ key: 'forbidden' })
  await expect(listRelations(editor, 'office')).rejects.toMatchObject({ key: 'forbidden' })
  await Promise.allSettled([setRelation(manager, given), setRelation(await contextOf('manager'), given)])
  const mine = (await listRelations(manager, 'office')).own.filter(({ kind }) => kind === 'holdsOfficeIn')
  expect(mine).toHaveLength(1)
  await expect(removeRelation(editor, { relationId: mine[0]?.id as string })).rejects.toMatchObject({
    key: 'forbidden',
  })
})
