import { beforeAll, describe, expect, test } from 'vitest'
import { countFacets } from '#lib/articles/count-facets.ts'
import { filterParams } from '#lib/core/filter-params.ts'
import { type ArticleFilter, filterSql } from '#lib/db/article-filter.ts'
import type { Context } from '#lib/db/context.ts'
import { i18nFor } from '#lib/i18n/i18n.ts'
import { askFilter } from '#lib/search/ask-filter.ts'
import { filterSentence } from '#lib/search/filter-sentence.ts'
import { readStoredFilter } from '#lib/search/read-stored-filter.ts'
import { understand } from '#lib/search/understand.ts'
import { aTopic } from '#seeds/builders/a-topic.ts'
import { anArticle } from '#seeds/builders/an-article.ts'
import { contextOf, NOW, systemContext } from '#tests/support/context.ts'
import { whereRoleMayOnly } from '#tests/support/grants.ts'

const system = systemContext()
const AR = i18nFor('ar', NOW)
const EN = i18nFor('en', NOW)
let editor: Context
let batch: string
let story: string

const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000)
/** Titles of the articles that fit a filter, copies too. */
const fitting = async (filter: ArticleFilter): Promise<string[]> =>
  (
    await system.db.$queryRaw<{ title: string }[]>`
      SELECT a.title FROM article a WHERE ${filterSql(filter)} ORDER BY a.title`
  ).map((row) => row.title)
const found = async (q: string) => fitting((await askFilter(editor, { q, batch })).filter)
const problems = async (q: string) => (await askFilter(editor, { q })).problems

beforeAll(async () => {
  editor = await contextOf('editor')
  batch = (await system.db.batch.create({ data: { name: 'شحنة الأحد', origin: 'cli', state: 'done' } })).id
  const aps = await system.db.source.create({
    data: {
      slug: 'aps',
      kind: 'agency',
      nameAr: 'وكالة الأنباء الجزائرية',
      nameEn: 'Algeria Press Service',
      nameFr: 'Algérie Presse Service',
      aliases: ['واج'],
    },
  })
  const afp = await system.db.source.create({
    data: { slug: 'afp', kind: 'agency', nameAr: 'فرانس برس', nameEn: 'AFP' },
  })
  await aTopic(system, { id: 'desk:conflict', labelAr: 'نزاع', labelEn: 'conflict' })
  await aTopic(system, { id: 'desk:ambush', parentId: 'desk:conflict', labelAr: 'كمين', labelEn: 'ambush' })
  await system.db.entity.createMany({
    data: [
      {
        id: 'tchiani',
        kind: 'person',
        nameAr: 'عبد الرحمن تياني',
        nameEn: 'Abdourahamane Tchiani',
        aliases: { ar: ['تياني', 'تشياني', 'الجنرال تشياني'], fr: ['Tiani'], en: ['Tchiani'] },
      },
      { id: 'ecowas', kind: 'organisation', nameAr: 'إيكواس', nameEn: 'ECOWAS', aliases: { fr: ['CEDEAO'] } },
    ],
  })
  const colleague = await system.db.user.create({
    data: { email: 'salma@example.org', name: 'سلمى بن عمر', role: 'editor' },
  })
  const group = await system.db.duplicateGroup.create({ data: {} })
  const a = await anArticle(system, {
    batchId: batch,
    title: 'a',
    text: 'قال الجنرال تشياني إن الساحل آمن',
    sourceId: aps.id,
    byline: 'بقلم: أحمد بن عَلي، نيامي',
    tags: [{ topicId: 'desk:ambush' }, { country: 'NE' }, { entityId: 'tchiani' }],
    flags: ['date-missing'],
    publishedAt: daysAgo(0),
    duplicateGroupId: group.id,
  })
  await system.db.duplicateGroup.update({ where: { id: group.id }, data: { primaryId: a.id } })
  story = a.storyId as string
  await anArticle(system, {
    batchId: batch,
    title: 'b',
    text: 'Tiani a parlé de sport à Niamey',
    language: 'fr',
    sourceId: afp.id,
    byline: 'Émile Durand',
    state: 'done',
    tags: [{ topicId: 'desk:conflict', state: 'accepted' }, { country: 'NE' }, { entityId: 'ecowas' }],
    publishedAt: daysAgo(1),
  })
  const c = await anArticle(system, {
    batchId: batch,
    title: 'c',
    text: 'حكومات الساحل والحكومة الجديدة والرياضة',
    agency: 'AFP',
    assigneeId: colleague.id,
    state: 'working',
    tags: [{ country: 'ML' }, { entityId: 'tchiani' }, { entityId: 'ecowas' }],
    publishedAt: daysAgo(10),
    dueAt: NOW,
  })
  await anArticle(system, {
    batchId: batch,
    title: 'd',
    text: 'لا شيء مما سبق',
    duplicateGroupId: group.id,
    publishedAt: daysAgo(40),
    assigneeId: editor.actor.userId,
  })
  await system.db.annotation.create({
    data: { articleId: c.id, revision: 1, kind: 'comment', start: 0, end: 1, exact: 'ح', prefix: '', suffix: '' },
  })
})

describe('each field finds what it says', () => {
  test.each<[string, string[]]>([
    ['source:aps', ['a']],
    ['مصدر:"وكالة الانباء الجزائريه"', ['a']],
    ['source:"Algerie presse service"', ['a']],
    ['مصدر: واج', ['a']],
    ['source:aps,afp', ['a', 'b']],
    ['source:(aps OR afp)', ['a', 'b']],
    ['source:aps OR source:afp', ['a', 'b']],
    ['source:none', ['c', 'd']],
    ['-source:none', ['a', 'b']],
    ['-source:aps', ['b', 'c', 'd']],
    ['topic:conflict', ['a', 'b']],
    ['موضوع:كمين', ['a']],
    ['topic:desk:ambush', ['a']],
    ['-topic:conflict', ['c', 'd']],
    ['topic:conflict is:accepted', ['b']],
    ['entity:تشياني', ['a', 'c']],
    ['كيان:Tchiani كيان:CEDEAO', ['c']],
    ['entity:tchiani,ecowas', ['a', 'b', 'c']],
    ['country:niger', ['a', 'b']],
    ['بلد:مالي', ['c']],
    ['country:NE -country:ML', ['a', 'b']],
    ['by:"احمد بن علي"', ['a']],
    ['كاتب:durand', ['b']],
    ['by:أحم', []],
    ['-by:durand', ['a', 'c', 'd']],
    ['agency:AFP', ['c']],
    ['has:note', ['c']],
    ['فيه:نسخ', ['a', 'd']],
    ['has:byline has:flag', ['a']],
    ['has:due', ['c']],
    ['-has:topic', ['c', 'd']],
    ['has:entity,agency', ['a', 'b', 'c']],
    ['flag:date-missing', ['a']],
    ['شك:"بلا تاريخ"', ['a']],
    ['state:done', ['b']],
    ['حالة:"بانتظار العمل"', ['a', 'c', 'd']],
    ['is:open -is:working', ['a', 'd']],
    ['assignee:me', ['d']],
    ['لدى:أنا', ['d']],
    ['assignee:"سلمي بن عمر"', ['c']],
    ['assignee:none', ['a', 'b']],
    ['language:fr', ['b']],
    ['لغة:عربي', ['a', 'c', 'd']],
    ['after:yesterday', ['a', 'b']],
    ['منذ:أمس', ['a', 'b']],
    ['on:today', ['a']],
    ['يوم:اليوم', ['a']],
    ['before:7d', ['c', 'd']],
    ['بعد:أسبوعين', ['a', 'b', 'c']],
    ['before:2026-11', ['d']],
    ['on:2026-11', ['a', 'b', 'c']],
    ['بعد:٠٧/١١/٢٠٢٦ قبل:١٧/١١/٢٠٢٦', ['b', 'c']],
    ['until:16/11/2026', ['b', 'c', 'd']],
    ['-before:yesterday', ['a', 'b']],
    ['is:copy', ['d']],
    ['-is:copy', ['a', 'b', 'c']],
    ['الساحل source:aps', ['a']],
    ['الساحل -رياضة', ['a']],
    ['حكوم*', ['c']],
  ])('%s', async (q, titles) => expect(await found(q)).toEqual(titles))

  test('a story and a batch by their identifiers', async () => {
    expect(await found(`story:${story}`)).toEqual(['a'])
    expect(await found(`-batch:${batch}`)).toEqual([])
  })
})

describe('what is not understood', () => {
  test('a value nobody knows is said, with what may be meant, and finds nothing rather than everything', async () => {
    expect(await problems('مصدر:"وكالة الأنباء الجزايرة"')).toMatchObject([
      { kind: 'value', field: 'source', value: 'وكالة الأنباء الجزايرة', offers: [{ handle: 'aps' }] },
    ])
    expect(await found('مصدر:لااحد الساحل')).toEqual([])
    expect(await found('-source:nosuchsource')).toEqual([])
    expect(await found('source:aps,nosuchsource')).toEqual([])
  })

  test('a field nobody knows is said, and looked for as words', async () => {
    expect(await problems('soruce:aps')).toMatchObject([{ kind: 'field', name: 'soruce', offers: ['source'] }])
    expect(await problems('https://example.org/a 10:30')).toEqual([])
  })

  test('a day that is none, a field without a value, an OR that cannot join', async () => {
    expect(await problems('before:2026-02-30')).toMatchObject([{ kind: 'day', value: '2026-02-30' }])
    expect(await problems('source: country:NE')).toMatchObject([{ kind: 'empty', field: 'source' }])
    expect(await problems('النيجر OR source:aps')).toMatchObject([{ kind: 'or' }])
    expect(await problems('-on:today')).toMatchObject([{ kind: 'negated', field: 'on' }])
  })
})

describe('names', () => {
  test('are found in every spelling of the entity list, which is said', async () => {
    expect(await found('تياني')).toEqual(['a', 'b'])
    const { expansions } = await askFilter(editor, { q: 'تياني' })
    expect(expansions).toMatchObject([{ entity: { id: 'tchiani' }, also: expect.arrayContaining(['تشياني', 'Tiani']) }])
  })

  test('a full name means no bare surname, and its words may stand apart', async () => {
    const { expansions } = await askFilter(editor, { q: 'عبد الرحمن تياني' })
    expect(expansions[0]?.also).toContain('Abdourahamane Tchiani')
    expect(expansions[0]?.also).not.toContain('Tiani')
  })

  test('between quotation marks they are looked for as they are spelt', async () => {
    expect(await found('"تشياني"')).toEqual(['a'])
    expect((await askFilter(editor, { q: '"تشياني"' })).expansions).toEqual([])
  })

  test('are refused in every spelling, too', async () => {
    expect(await found('-تياني')).toEqual(['c', 'd'])
  })
})

test('what is typed and what is clicked are one filter, for the list, the counts and what is kept', async () => {
  const aps = await system.db.source.findUniqueOrThrow({ where: { slug: 'aps' } })
  const typed = (await askFilter(editor, { batch, q: 'source:aps country:NE after:2026-11-10' })).filter
  const clicked = (await askFilter(editor, { batch, source: aps.id, country: 'NE', from: '2026-11-10' })).filter
  expect(filterParams(typed)).toEqual(filterParams(clicked))
  expect((await countFacets(editor, typed)).total).toBe(1)
  const kept = JSON.parse(JSON.stringify(filterParams(typed)))
  expect(await readStoredFilter(system, kept)).toEqual(typed)
})

test('a filter that was kept with words is read with today’s spellings, and one that makes no sense is everything or nothing', async () => {
  const kept = await readStoredFilter(system, { q: 'تياني', batch })
  expect(await fitting(kept)).toEqual(['a', 'b'])
  // A flag of an older release: leaving it out would let everything through.
  expect(await readStoredFilter(system, { flag: 'of-old', batch })).toMatchObject({
    tsquery: expect.stringContaining('!'),
  })
  expect(await readStoredFilter(system, null)).toEqual({})
  const unknown = await readStoredFilter(system, { q: 'source:gone', batch })
  expect(await fitting(unknown)).toEqual([])
})

test('no article has all the words: those that have most, but never beside something not understood', async () => {
  const some = await askFilter(editor, { batch, q: 'الساحل زرافة' })
  expect((await understand(editor, some.filter, some.query)).mode).toBe('any')
  const none = await askFilter(editor, { batch, q: 'الساحل source:nosuchsource' })
  expect(await understand(editor, none.filter, none.query)).toMatchObject({ mode: 'all', score: null })
})

describe('a filter in a sentence', () => {
  test.each([
    [
      'source:aps topic:conflict before:2026-11-01 -رياضة',
      'مقالات من وكالة الأنباء الجزائرية عن نزاع، قبل 01‏/11‏/2026، بلا «رياضة»',
      'Articles from Algeria Press Service about conflict, before Nov 1, 2026, without “رياضة”',
    ],
    [
      'source:aps,afp -country:NE state:done تياني أو "مجلس الأمن"',
      'مقالات من وكالة الأنباء الجزائرية أو فرانس برس، فيها «تياني» أو «مجلس الأمن»، حالتها منجز، ليست عن النيجر',
      'Articles from Algeria Press Service or AFP, with “تياني” or “مجلس الأمن”, in the state Done, not about Niger',
    ],
  ])('%s', async (q, ar, en) => {
    const { filter } = await askFilter(editor, { q })
    expect(await filterSentence(editor, AR, filter)).toBe(ar)
    expect(await filterSentence(editor, EN, filter)).toBe(en)
  })

  test('names stories and batches', async () => {
    const sentence = await filterSentence(editor, AR, { batch, story })
    expect(sentence).toBe('مقالات من قصة a، من دفعة شحنة الأحد')
  })
})

test('who may not read articles asks for nothing', async () => {
  await whereRoleMayOnly('editor', [], async () => {
    await expect(askFilter(editor, { q: 'x' })).rejects.toMatchObject({ key: 'forbidden' })
    await expect(filterSentence(editor, AR, {})).rejects.toMatchObject({ key: 'forbidden' })
  })
})
