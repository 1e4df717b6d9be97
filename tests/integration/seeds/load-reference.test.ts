import '#tests/support/database.ts'
import { expect, test } from 'vitest'
import { signIn } from '#lib/auth/sign-in.ts'
import { loadReadVocabulary } from '#lib/read/load-vocabulary-from-database.ts'
import { loadTagRows } from '#lib/tag/load-tag-rows.ts'
import { DEMO_ACCOUNTS, DEMO_PASSWORD, loadDemoAccounts } from '#seeds/demo-accounts.ts'
import { loadReference } from '#seeds/reference/load-reference.ts'
import { loadSources } from '#seeds/reference/load-sources.ts'
import { NOW, systemContext } from '#tests/support/context.ts'

test('the reference data is loaded in a moment, whole, and a second load writes nothing', async () => {
  const ctx = systemContext()
  const started = performance.now()
  expect(await loadReference(ctx)).toBeGreaterThan(1000)
  expect(performance.now() - started).toBeLessThan(5000)
  expect(await loadReference(ctx)).toBe(0)
  const [rows, vocabulary] = await Promise.all([loadTagRows(ctx.db), loadReadVocabulary(ctx.db)])
  expect(rows.countries).toHaveLength(249)
  expect(rows.topics.length).toBeGreaterThan(100)
  expect(rows.entities.length).toBeGreaterThan(200)
  expect(vocabulary.sources.length).toBeGreaterThan(90)
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
