import { beforeAll, describe, expect, test } from 'vitest'
import { countFacets } from '#lib/articles/count-facets.ts'
import type { FacetName } from '#lib/articles/facet-sets.ts'
import { listDesk } from '#lib/articles/list-desk.ts'
import type { ArticleFilter } from '#lib/db/article-filter.ts'
import type { Context } from '#lib/db/context.ts'
import { i18nFor } from '#lib/i18n/i18n.ts'
import { askFilter } from '#lib/search/ask-filter.ts'
import { filterLabels } from '#lib/search/filter-labels.ts'
import { understand } from '#lib/search/understand.ts'
import { aTopic } from '#seeds/builders/a-topic.ts'
import { anArticle } from '#seeds/builders/an-article.ts'
import { contextOf, NOW, systemContext } from '#tests/support/context.ts'
import { whereRoleMayOnly } from '#tests/support/grants.ts'

const system = systemContext()
let editor: Context
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000)

/** Each part of this file looks at a batch of its own. */
const aBatch = async () => (await system.db.batch.create({ data: { name: 'b', origin: 'cli', state: 'done' } })).id
const aSource = (slug: string) =>
  system.db.source.create({ data: { slug, kind: 'newspaper', nameAr: slug, nameEn: slug } })

beforeAll(async () => {
  editor = await contextOf('editor')
})

async function understood(params: Record<string, string>) {
  const { filter, query } = await askFilter(editor, params)
  return understand(editor, filter, query)
}

async function search(params: Record<string, string>) {
  const { filter, score, mode } = await understood(params)
  const { rows } = await listDesk(editor, { filter, score })
  return { titles: rows.map((row) => row.lead.title), mode }
}

describe('rows', () => {
  test('a story is one row: its copies and its other articles are folded under the first version', async () => {
    const batch = await aBatch()
    const group = await system.db.duplicateGroup.create({ data: {} })
    const [here, there] = [await aSource('here'), await aSource('there')]
    const common = { batchId: batch, text: 'one text' }
    const first = await anArticle(system, {
      ...common,
      title: 'first',
      publishedAt: hoursAgo(9),
      duplicateGroupId: group.id,
      sourceId: here.id,
      flags: ['truncated'],
      tags: [{ country: 'NE' }, { country: 'ML', state: 'rejected' }],
    })
    await system.db.duplicateGroup.update({ where: { id: group.id }, data: { primaryId: first.id } })
    const story = { ...common, storyId: first.storyId as string }
    await anArticle(system, {
      ...story,
      title: 'copy',
      publishedAt: hoursAgo(5),
      duplicateGroupId: group.id,
      sourceId: there.id,
    })
    await anArticle(system, { ...story, title: 'another report', publishedAt: hoursAgo(7), sourceId: there.id })
    await anArticle(system, { ...story, title: 'undone', publishedAt: hoursAgo(1), withdrawnAt: NOW })
    await anArticle(system, { batchId: batch, title: 'alone', publishedAt: hoursAgo(8) })

    const { rows, next } = await listDesk(editor, { filter: { batch } })
    expect(rows.map((row) => row.lead.title)).toEqual(['first', 'alone'])
    expect(rows[0]).toMatchObject({ articleCount: 3, sourceCount: 2, copyCount: 1, newestAt: hoursAgo(5) })
    expect(rows[0]?.copies.map((copy) => copy.title)).toEqual(['copy'])
    expect(rows[0]?.others.map((other) => other.title)).toEqual(['another report'])
    expect(rows[0]?.lead).toMatchObject({
      sourceNames: { ar: 'here' },
      flags: [{ kind: 'truncated' }],
      text: 'one text',
    })
    expect(rows[0]?.tags).toMatchObject([{ kind: 'country', subject: 'NE', state: 'suggested' }])
    expect(next).toBeNull()
  })

  test('under a filter the copy that fits leads, and the first version is folded under it', async () => {
    const batch = await aBatch()
    const group = await system.db.duplicateGroup.create({ data: {} })
    const first = await anArticle(system, { title: 'first', duplicateGroupId: group.id, state: 'done' })
    await system.db.duplicateGroup.update({ where: { id: group.id }, data: { primaryId: first.id } })
    const storyId = first.storyId as string
    await anArticle(system, { batchId: batch, storyId, title: 'copy', duplicateGroupId: group.id })
    const { rows } = await listDesk(editor, { filter: { batch } })
    expect(rows.map((row) => [row.lead.title, row.copies.map((copy) => copy.title)])).toEqual([['copy', ['first']]])
  })

  test('pages neither skip nor repeat a row, also where articles have the same time', async () => {
    const batch = await aBatch()
    const times = [1, 1, 1, 2, 2, 3, 4, 4, 4, 4, 5]
    const made: string[] = []
    for (const hours of times) made.push((await anArticle(system, { batchId: batch, publishedAt: hoursAgo(hours) })).id)
    const seen: string[] = []
    let after = null
    do {
      const page: Awaited<ReturnType<typeof listDesk>> = await listDesk(editor, { filter: { batch }, after, limit: 3 })
      expect(page.rows.length).toBeLessThanOrEqual(3)
      seen.push(...page.rows.map((row) => row.lead.id))
      after = page.next
    } while (after)
    expect(new Set(seen).size).toBe(times.length)
    expect([...seen].sort()).toEqual([...made].sort())
  })

  test('a story is met once, whatever page its older articles would fall on', async () => {
    const batch = await aBatch()
    const first = await anArticle(system, { batchId: batch, title: 'old part', publishedAt: hoursAgo(50) })
    for (const hours of [2, 3, 4]) await anArticle(system, { batchId: batch, publishedAt: hoursAgo(hours) })
    await anArticle(system, {
      batchId: batch,
      storyId: first.storyId as string,
      title: 'new part',
      publishedAt: hoursAgo(1),
    })
    const one = await listDesk(editor, { filter: { batch }, limit: 2 })
    const two = await listDesk(editor, { filter: { batch }, limit: 10, after: one.next })
    expect(one.rows[0]?.lead.title).toBe('new part')
    expect(two.rows).toHaveLength(2)
    expect(two.rows.map((row) => row.lead.title)).not.toContain('old part')
  })

  test('who may not read articles sees none', async () => {
    await whereRoleMayOnly('editor', [], async () => {
      await expect(listDesk(editor, { filter: {} })).rejects.toMatchObject({ key: 'forbidden' })
      await expect(countFacets(editor, {})).rejects.toMatchObject({ key: 'forbidden' })
      await expect(filterLabels(editor, i18nFor('ar', NOW), {})).rejects.toMatchObject({ key: 'forbidden' })
    })
  })
})

describe('filters and their counts', () => {
  let batch: string
  let source: { id: string }
  const titles = async (filter: ArticleFilter) =>
    (await listDesk(editor, { filter: { batch, ...filter } })).rows.map((row) => row.lead.title).sort()
  const counts = async (facet: FacetName, filter: ArticleFilter) =>
    Object.fromEntries((await countFacets(editor, { batch, ...filter })).facets[facet].map((v) => [v.value, v.count]))

  beforeAll(async () => {
    batch = await aBatch()
    source = await aSource('الأفق')
    await aTopic(system, { id: 'desk:conflict' })
    await aTopic(system, { id: 'desk:ambush', parentId: 'desk:conflict' })
    await system.db.entity.create({ data: { id: 'ecowas-test', kind: 'organisation', nameAr: 'إيكواس' } })
    await anArticle(system, {
      batchId: batch,
      title: 'a',
      sourceId: source.id,
      tags: [{ topicId: 'desk:ambush' }, { country: 'ML' }],
      flags: ['date-missing'],
      publishedAt: hoursAgo(2),
    })
    await anArticle(system, {
      batchId: batch,
      title: 'b',
      state: 'done',
      language: 'fr',
      tags: [
        { topicId: 'desk:conflict', state: 'accepted' },
        { country: 'ML', state: 'rejected' },
      ],
      publishedAt: hoursAgo(24 * 5),
    })
    await anArticle(system, {
      batchId: batch,
      title: 'c',
      agency: 'AFP',
      assigneeId: editor.actor.userId,
      tags: [{ entityId: 'ecowas-test' }, { topicId: 'desk:ambush', state: 'rejected' }],
      publishedAt: hoursAgo(24 * 20),
    })
  })

  test.each<[string, () => ArticleFilter, string[]]>([
    ['a topic with those under it, rejected tags left out', () => ({ topic: 'desk:conflict' }), ['a', 'b']],
    ['a topic at the bottom of the tree', () => ({ topic: 'desk:ambush' }), ['a']],
    ['accepted tags only', () => ({ topic: 'desk:conflict', tags: 'accepted' }), ['b']],
    ['an entity', () => ({ entity: 'ecowas-test' }), ['c']],
    ['a country', () => ({ country: 'ML' }), ['a']],
    ['a source', () => ({ source: source.id }), ['a']],
    ['no known source', () => ({ source: 'none' }), ['b', 'c']],
    ['a state', () => ({ state: 'done' }), ['b']],
    ['what still waits', () => ({ state: 'open' }), ['a', 'c']],
    ['a flag', () => ({ flag: 'date-missing' }), ['a']],
    ['somebody’s work', () => ({ assignee: editor.actor.userId ?? '' }), ['c']],
    ['nobody’s work', () => ({ assignee: 'none' }), ['a', 'b']],
    ['a language', () => ({ language: 'fr' }), ['b']],
    ['an agency', () => ({ agency: 'AFP' }), ['c']],
    ['from a day on', () => ({ from: '2026-11-12' }), ['a', 'b']],
    ['up to a day, that day included', () => ({ to: '2026-11-12' }), ['b', 'c']],
    ['two at once', () => ({ topic: 'desk:conflict', state: 'open' }), ['a']],
  ])('%s', async (_, filter, expected) => {
    expect(await titles(filter())).toEqual(expected)
  })

  test('each facet counts under the filters of the others, and not under its own', async () => {
    expect(await counts('state', { state: 'done' })).toEqual({ new: 2, done: 1 })
    expect(await counts('language', { state: 'done' })).toEqual({ fr: 1 })
    expect(await counts('source', { topic: 'desk:conflict' })).toEqual({ [source.id]: 1, none: 1 })
    expect(await counts('topic', { topic: 'desk:ambush' })).toEqual({ 'desk:conflict': 2, 'desk:ambush': 1 })
    expect(await counts('country', {})).toEqual({ ML: 1 })
    expect(await counts('entity', {})).toEqual({ 'ecowas-test': 1 })
    expect(await counts('flag', { country: 'ML' })).toEqual({ 'date-missing': 1 })
    expect(await counts('assignee', {})).toEqual({ [editor.actor.userId ?? '']: 1, none: 2 })
    expect(await counts('date', { from: '2026-11-17' })).toEqual({ today: 1, week: 2, month: 3 })
  })

  test('every count is the number of articles that its choice leaves', async () => {
    const { facets, total } = await countFacets(editor, { batch })
    expect(total).toBe(3)
    for (const facet of ['state', 'source', 'topic', 'entity', 'country', 'flag', 'assignee', 'language'] as const) {
      expect(facets[facet].length).toBeGreaterThan(0)
      for (const { value, count } of facets[facet]) {
        expect([facet, value, await titles({ [facet]: value })]).toHaveProperty('2.length', count)
      }
    }
  })

  test('the chosen filters have their names', async () => {
    const labels = await filterLabels(editor, i18nFor('ar', NOW), {
      source: source.id,
      topic: 'desk:ambush;-desk:conflict',
      batch,
      assignee: 'none',
      from: '2026-11-01',
    })
    expect(labels.map(({ params, value }) => [params.join(), value])).toEqual([
      ['source', 'الأفق'],
      ['topic', expect.stringMatching(/^موضوع \d+، بلا موضوع \d+$/)],
      ['assignee', 'لا أحد'],
      ['batch', 'b'],
      ['from,to', expect.stringContaining('منذ')],
    ])
  })

  test('a filter whose words nobody understood is refused, never ignored', async () => {
    await expect(listDesk(editor, { filter: { q: 'word' } })).rejects.toThrow('askFilter')
  })
})

describe('search', () => {
  let batch: string

  beforeAll(async () => {
    batch = await aBatch()
    const text = (body: string) => ({ batchId: batch, text: body })
    await anArticle(system, {
      title: 'وقفة',
      ...text('تجمع المئات والقدس في قلوبهم أمام المبنى.'),
      publishedAt: hoursAgo(1),
    })
    await anArticle(system, {
      title: 'زيارة',
      ...text('وصل الوفد إلى بلدة بالقدس صباح اليوم.'),
      publishedAt: hoursAgo(2),
    })
    await anArticle(system, { title: 'خبر من القُـدْس', ...text('نص لا يذكر المدينة.'), publishedAt: hoursAgo(30) })
    await anArticle(system, { title: 'شخص', ...text('قال المقدسي إنه راض عن المكان.'), publishedAt: hoursAgo(3) })
    await anArticle(system, { title: 'قمح', ...text('ارتفع سعر القمح في الميناء.'), publishedAt: hoursAgo(4) })
    await anArticle(system, {
      title: 'ميناء',
      ...text('توقف العمل في الميناء بسبب العاصفة.'),
      publishedAt: hoursAgo(5),
    })
  })

  test('a word is found with what Arabic glues to it, and not inside other words', async () => {
    const { titles, mode } = await search({ batch, q: 'القدس' })
    expect([...titles].sort()).toEqual(['وقفة', 'زيارة', 'خبر من القُـدْس'].sort())
    expect(mode).toBe('all')
  })

  test('a word in the headline comes before a newer article that has it in the text', async () => {
    expect((await search({ batch, q: 'القدس' })).titles[0]).toBe('خبر من القُـدْس')
  })

  test('all words first; where no article has them all, those that have some, and it is said', async () => {
    expect(await search({ batch, q: 'قمح الميناء' })).toEqual({ titles: ['قمح'], mode: 'all' })
    const some = await search({ batch, q: 'قمح العاصفة' })
    expect(some.mode).toBe('any')
    expect([...some.titles].sort()).toEqual(['قمح', 'ميناء'])
  })

  test('a refused word is refused in both ways', async () => {
    expect((await search({ batch, q: 'الميناء -عاصفة' })).titles).toEqual(['قمح'])
  })

  test('words that no article has find nothing, and punctuation asks for nothing', async () => {
    expect((await search({ batch, q: 'زرافة' })).titles).toEqual([])
    expect((await search({ batch, q: '،،؟' })).titles).toHaveLength(6)
  })

  test('facets count what was found', async () => {
    const { filter } = await understood({ batch, q: 'القدس' })
    expect((await countFacets(editor, filter)).total).toBe(3)
  })

  test('best first goes on where it stopped', async () => {
    const { filter, score } = await understood({ batch, q: 'القدس' })
    const one = await listDesk(editor, { filter, score, limit: 2 })
    const two = await listDesk(editor, { filter, score, limit: 2, after: one.next })
    const ids = [...one.rows, ...two.rows].map((row) => row.lead.id)
    expect(new Set(ids).size).toBe(3)
    expect(two.next).toBeNull()
  })
})
