import '#tests/support/database.ts'
import { expect, test } from 'vitest'
import { signIn } from '#lib/auth/sign-in.ts'
import { loadReadVocabulary } from '#lib/read/load-vocabulary-from-database.ts'
import { EditEntityInput, editEntity } from '#lib/tag/edit-entity.ts'
import { loadTagRows } from '#lib/tag/load-tag-rows.ts'
import { DEMO_ACCOUNTS, DEMO_PASSWORD, loadDemoAccounts } from '#seeds/demo-accounts.ts'
import { loadReference } from '#seeds/reference/load-reference.ts'
import { loadRelations, type RelationSeed } from '#seeds/reference/load-relations.ts'
import { loadSources } from '#seeds/reference/load-sources.ts'
import { contextOf, NOW, systemContext } from '#tests/support/context.ts'

test('the reference data is loaded in a moment, whole, and a second load writes nothing', async () => {
  const ctx = systemContext()
  const started = performance.now()
  expect(await loadReference(ctx)).toBeGreaterThan(1000)
  expect(performance.now() - started).toBeLessThan(5000)
  expect(await loadReference(ctx)).toBe(0)
  const [rows, vocabulary] = await Promise.all([loadTagRows(ctx.db), loadReadVocabulary(ctx.db)])
  expect(rows.countries).toHaveLength(249)
  expect(rows.topics.length).toBeGreaterThan(100)
  expect(rows.entities.length).toBeGreaterThan(400)
  expect(vocabulary.sources.length).toBeGreaterThan(90)
})

test('what belongs under a topic, how people are addressed and what they hold comes with the reference data', async () => {
  const ctx = systemContext()
  await loadReference(ctx)
  const coups = await ctx.db.topic.findUniqueOrThrow({ where: { id: 'medtop:20000070' } })
  expect(coups).toMatchObject({ labelAr: 'انقلاب', definitionAr: expect.stringContaining('الحكم') })
  const burhan = await ctx.db.entity.findUniqueOrThrow({
    where: { id: 'burhan' },
    include: { relations: { orderBy: { targetId: 'asc' } } },
  })
  expect(burhan.titles).toContain('الفريق أول')
  expect(burhan.relations).toMatchObject([
    { kind: 'holdsOfficeIn', targetId: 'sovereignty-council', office: 'رئيس', until: null },
    { kind: 'holdsOfficeIn', targetId: 'sudan-army', office: 'القائد العام', until: null },
  ])
  const arlit = await ctx.db.entity.findUniqueOrThrow({ where: { id: 'arlit' }, include: { relations: true } })
  expect(arlit.relations).toMatchObject([{ kind: 'partOf', targetId: 'agadez', country: null, office: null }])
})

test('relations follow the file: an office that ended says when, and what is said no more is taken out', async () => {
  const ctx = systemContext()
  await ctx.db.entity.createMany({
    data: ['rel-minister', 'rel-league'].map((id) => ({ id, kind: 'person' as const })),
  })
  const load = (...relations: RelationSeed[]) => loadRelations(ctx, [{ id: 'rel-minister', relations }])
  const stored = () =>
    ctx.db.entityRelation.findMany({
      where: { entityId: 'rel-minister' },
      select: { targetId: true, country: true, office: true, until: true },
      orderBy: { targetId: 'asc' },
    })
  const minister = { kind: 'holdsOfficeIn', office: 'وزير', country: 'NE' } as const
  expect(await load(minister, { kind: 'holdsOfficeIn', office: 'أمين عام', of: 'rel-league' })).toBe(2)
  expect(await load(minister, { kind: 'holdsOfficeIn', office: 'أمين عام', of: 'rel-league' })).toBe(0)
  expect(await load({ ...minister, until: 2025 })).toBe(2)
  expect(await stored()).toEqual([{ targetId: null, country: 'NE', office: 'وزير', until: 2025 }])
})

test('an entity that somebody has edited keeps its relations', async () => {
  const ctx = systemContext()
  await loadReference(ctx)
  const form = { entityId: 'attaf', kind: 'person', nameAr: 'أحمد عطاف', nameEn: '', nameFr: '', country: 'DZ' }
  const lists = { titles: '', aliasesAr: '', aliasesEn: '', aliasesFr: '', ambiguous: '', except: '' }
  await editEntity(await contextOf('manager'), EditEntityInput.parse({ ...form, ...lists }))
  expect(await loadRelations(ctx, [{ id: 'attaf' }])).toBe(0)
  expect(await ctx.db.entityRelation.count({ where: { entityId: 'attaf' } })).toBe(1)
})

test('two machines that start at once end with one set of rows', async () => {
  const ctx = systemContext()
  await ctx.db.source.deleteMany()
  const sources = [{ slug: 'sada', kind: 'newspaper', names: { ar: 'صدى' } }]
  await Promise.all([loadSources(ctx, sources), loadSources(ctx, sources)])
  expect(await ctx.db.source.count()).toBe(1)
})

test('a topic that a new release has no more is retired, not deleted; the desk’s own stay', async () => {
  const ctx = systemContext()
  await ctx.db.topic.createMany({
    data: [
      { id: 'medtop:99999999', labelEn: 'gone' },
      { id: 'desk:ours', labelEn: 'ours' },
    ],
  })
  await loadReference(ctx)
  const retired = async (id: string) => (await ctx.db.topic.findUniqueOrThrow({ where: { id } })).retiredAt
  expect(await retired('medtop:99999999')).toEqual(NOW)
  expect(await retired('desk:ours')).toBeNull()
})

test('the demo accounts can sign in, one a role, and are left alone once they are there', async () => {
  const ctx = systemContext()
  await loadDemoAccounts(ctx)
  for (const { email } of DEMO_ACCOUNTS)
    expect(await signIn(ctx.db, { email, password: DEMO_PASSWORD, address: 'test' }, NOW)).toMatchObject({ email })
  await ctx.db.user.update({ where: { email: 'editor@demo.example' }, data: { disabledAt: NOW } })
  await loadDemoAccounts(ctx)
  expect(await ctx.db.user.findUnique({ where: { email: 'editor@demo.example' } })).toMatchObject({ disabledAt: NOW })
})
