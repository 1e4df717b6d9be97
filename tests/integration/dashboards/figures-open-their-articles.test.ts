import { beforeAll, expect, test } from 'vitest'
import { countFacets } from '#lib/articles/count-facets.ts'
import { FLAG_KINDS } from '#lib/core/article.ts'
import { getScope } from '#lib/dashboards/get-scope.ts'
import { QUESTIONS } from '#lib/dashboards/questions.ts'
import type { Context } from '#lib/db/context.ts'
import { i18nFor } from '#lib/i18n/i18n.ts'
import { askFilter } from '#lib/search/ask-filter.ts'
import { aUser } from '#seeds/builders/a-user.ts'
import { anArticle } from '#seeds/builders/an-article.ts'
import { contextOf, systemContext } from '#tests/support/context.ts'

const ctx = systemContext()
let manager: Context
const known = { source: '', assignee: '' }

/** Sixty-one articles and their copies over forty days, each different: every kind of tag, state, source and doubt occurs. */
beforeAll(async () => {
  manager = await contextOf('manager')
  await ctx.db.topic.createMany({
    data: [
      { id: 't:a', labelEn: 'a' },
      { id: 't:a1', labelEn: 'a1', parentId: 't:a' },
      { id: 't:a2', labelEn: 'a2', parentId: 't:a1' },
      { id: 't:b', labelEn: 'b' },
    ],
  })
  await ctx.db.entity.createMany({
    data: ['e:1', 'e:2', 'e:3'].map((id) => ({ id, kind: 'person' as const, nameEn: id })),
  })
  const sources = await ctx.db.source.createManyAndReturn({
    data: ['one', 'two'].map((slug) => ({ slug, kind: 'newspaper' as const, nameEn: slug })),
  })
  const people = [await aUser(ctx), await aUser(ctx)]
  known.source = sources[0]?.id ?? ''
  known.assignee = people[0]?.id ?? ''
  const states = ['suggested', 'accepted', 'rejected'] as const
  const pick = <T>(from: readonly T[], i: number): T => from[i % from.length] as T
  const last = Date.parse('2026-11-16T20:00:00Z')
  for (let i = 0; i < 61; i++) {
    const group = i % 5 === 0 ? await ctx.db.duplicateGroup.create({ data: {} }) : null
    const given = {
      publishedAt: new Date(last - ((i * 17) % 40) * 24 * 3600_000 - i * 11 * 60_000),
      sourceId: pick([...sources.map(({ id }) => id), null], i),
      assigneeId: pick([...people.map(({ id }) => id), null, null], i),
      state: pick(['new', 'working', 'done', 'archived'] as const, i * 3),
      language: pick(['ar', 'en'], i),
      flags: i % 3 === 0 ? [pick(FLAG_KINDS, i / 3)] : [],
      duplicateGroupId: group?.id ?? null,
      tags: [
        { topicId: pick(['t:a', 't:a1', 't:a2', 't:b'], i), state: pick(states, i * 7) },
        { topicId: pick(['t:b', 't:a', 't:a1', 't:a2'], i), state: pick(states, i + 1) },
        { entityId: pick(['e:1', 'e:2', 'e:3'], i * 5), state: pick(states, Math.floor(i / 3)) },
        { country: pick(['NE', 'ML', 'DZ', 'TN'], i), state: pick(states, Math.floor(i / 4)) },
        { country: pick(['TD', 'MA'], i), state: 'suggested' as const },
      ],
    }
    const article = await anArticle(ctx, given)
    if (!group) continue
    await anArticle(ctx, { ...given, publishedAt: new Date(given.publishedAt.getTime() + 3600_000) })
    await ctx.db.duplicateGroup.update({ where: { id: group.id }, data: { primaryId: article.id } })
  }
})

const FILTERS = [
  ['without a filter', () => ({})],
  ['of a week', () => ({ from: '2026-11-01', to: '2026-11-07' })],
  ['under a topic', () => ({ topic: 't:a' })],
  ['of a country', () => ({ country: 'NE' })],
  ['about an entity', () => ({ entity: 'e:2' })],
  ['of a source', () => ({ source: known.source })],
  ['without a source', () => ({ source: 'none' })],
  ['with a doubt', () => ({ flag: 'truncated' })],
  ['that are open', () => ({ state: 'open' })],
  ['that are copies', () => ({ text: 'copy' })],
  ['with accepted tags', () => ({ tags: 'accepted' })],
  ['with an accepted country and an entity', () => ({ tags: 'accepted', country: 'ML', entity: 'e:2' })],
  ['of somebody, in one language', () => ({ assignee: known.assignee, language: 'ar' })],
  ['with words', () => ({ q: 'وزراء الساحل' })],
] as const

test.each(FILTERS)('articles %s: each figure opens exactly the articles it counted', async (_, given) => {
  const scope = await getScope(manager, (await askFilter(manager, given())).filter)
  const differing: unknown[] = []
  let opened = 0
  for (const [question, ask] of Object.entries(QUESTIONS)) {
    const { columns, rows } = await ask(manager, i18nFor('en'), scope)
    for (const [name, ...cells] of rows)
      for (const [i, { value, href }] of cells.entries()) {
        if (!href) continue
        opened++
        const url = new URL(href, 'http://desk.example')
        const { filter } = await askFilter(manager, Object.fromEntries(url.searchParams))
        const { total } = await countFacets(manager, filter)
        if (total !== value) differing.push([question, columns[i + 1]?.label, name?.value, value, total, href])
      }
  }
  expect(differing).toEqual([])
  expect(opened).toBeGreaterThan(0)
})

test('the desk’s own totals come out of the figures: sources, states and days each add up', async () => {
  const scope = await getScope(manager, {})
  const { total } = await countFacets(manager, scope)
  const column = async (question: 'source-originality' | 'desk-work', i: number, row?: number) => {
    const { rows } = await QUESTIONS[question](manager, i18nFor('en'), scope)
    return (row === undefined ? rows : rows.slice(row, row + 1)).reduce(
      (sum, cells) => sum + Number(cells[i]?.value),
      0,
    )
  }
  expect(await column('source-originality', 1)).toBe(total)
  expect((await column('source-originality', 2)) + (await column('source-originality', 3))).toBe(total)
  const states = await Promise.all([1, 2, 3, 4].map((i) => column('desk-work', i, 0)))
  expect(states.reduce((a, b) => a + b)).toBe(total)
})
