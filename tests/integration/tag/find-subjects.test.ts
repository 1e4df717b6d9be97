import { beforeAll, expect, test } from 'vitest'
import type { Context } from '#lib/db/context.ts'
import { findSubjects } from '#lib/tag/find-subjects.ts'
import { aTopic } from '#seeds/builders/a-topic.ts'
import { contextOf, NOW, systemContext } from '#tests/support/context.ts'
import { whereRoleMayOnly } from '#tests/support/grants.ts'

let editor: Context

beforeAll(async () => {
  editor = await contextOf('editor')
  const system = systemContext()
  await aTopic(system, { id: 'desk:elections', labelAr: 'الانتخابات الرئاسية', labelEn: 'presidential elections' })
  await aTopic(system, { id: 'desk:old', labelAr: 'انتخابات قديمة', labelEn: 'old elections', retiredAt: NOW })
  await system.db.entity.create({
    data: { id: 'general', kind: 'person', nameAr: 'عبد الرحمن تياني', aliases: { ar: ['تشياني'], fr: ['Tiani'] } },
  })
})

const ids = async (q: string) => (await findSubjects(editor, q)).map(({ kind, id }) => `${kind}:${id}`)

test.each([
  ['a topic by the middle of its label, without the article and the hamza', 'انتخابات', 'topic:desk:elections'],
  ['a topic by its other language', 'presid', 'topic:desk:elections'],
  ['a person by another spelling', 'تشياني', 'entity:general'],
  ['a person by the French spelling', 'tiani', 'entity:general'],
  ['a country by its Arabic name', 'النيجر', 'country:NE'],
  ['a country by its French name', 'Tchad', 'country:TD'],
])('%s', async (_, q, expected) => {
  expect((await ids(q))[0]).toBe(expected)
})

test('النيجر is offered before نيجيريا, and a retired topic not at all', async () => {
  expect((await ids('نيج')).slice(0, 2)).toEqual(['country:NE', 'country:NG'])
  expect(await ids('انتخابات')).not.toContain('topic:desk:old')
})

test('no words offer nothing; who may not read articles is refused', async () => {
  expect(await ids('  ')).toEqual([])
  await whereRoleMayOnly('editor', [], async () => {
    await expect(findSubjects(editor, 'x')).rejects.toMatchObject({ key: 'forbidden' })
  })
})
