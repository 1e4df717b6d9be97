import { beforeAll, describe, expect, test } from 'vitest'
import { countArticles } from '#lib/dashboards/count-articles.ts'
import { countryCoverage } from '#lib/dashboards/country-coverage.ts'
import { dataQuality } from '#lib/dashboards/data-quality.ts'
import { deskWork } from '#lib/dashboards/desk-work.ts'
import { entitiesRising } from '#lib/dashboards/entities-rising.ts'
import { lastDay } from '#lib/dashboards/last-day.ts'
import { sourceOriginality } from '#lib/dashboards/source-originality.ts'
import { topicsOverTime } from '#lib/dashboards/topics-over-time.ts'
import type { Context } from '#lib/db/context.ts'
import { aUser } from '#seeds/builders/a-user.ts'
import { anArticle } from '#seeds/builders/an-article.ts'
import { contextOf, NOW, systemContext } from '#tests/support/context.ts'

const ctx = systemContext()
let manager: Context
/** The desk's calendar is Algiers': an hour ahead of UTC. */
const at = (time: string) => new Date(`2026-${time}Z`)
const WEEK = { from: '2026-11-11', to: '2026-11-17' }

beforeAll(async () => {
  manager = await contextOf('manager')
  await ctx.db.topic.createMany({
    data: [
      { id: 't:economy', labelEn: 'economy', labelAr: 'اقتصاد' },
      { id: 't:prices', labelEn: 'prices', labelAr: 'أسعار', parentId: 't:economy' },
      { id: 't:war', labelEn: 'war', labelAr: 'حرب' },
    ],
  })
  await ctx.db.entity.createMany({
    data: [
      { id: 'e:rises', kind: 'person', nameAr: 'صاعد' },
      { id: 'e:falls', kind: 'organisation', nameAr: 'متراجع' },
      { id: 'e:same', kind: 'place', nameAr: 'ثابت' },
    ],
  })
})

test.each([
  ['topics over time', (c: Context) => topicsOverTime(c, WEEK)],
  ['sources', (c: Context) => sourceOriginality(c, WEEK)],
  ['countries', (c: Context) => countryCoverage(c, WEEK)],
  ['entities', (c: Context) => entitiesRising(c, WEEK)],
  ['the desk’s work', (c: Context) => deskWork(c, WEEK)],
  ['data quality', (c: Context) => dataQuality(c, WEEK)],
  ['the number of articles', (c: Context) => countArticles(c, WEEK)],
  ['the last day', (c: Context) => lastDay(c)],
])('an editor is refused %s', async (_, ask) => {
  await expect(ask(await contextOf('editor'))).rejects.toMatchObject({ key: 'forbidden' })
})

describe('topics over time', () => {
  test('a day begins at midnight of the desk, not of Greenwich', async () => {
    await anArticle(ctx, { publishedAt: at('03-01T22:59:00'), tags: [{ topicId: 't:war' }] })
    await anArticle(ctx, { publishedAt: at('03-01T23:01:00'), tags: [{ topicId: 't:war' }] })
    const rows = await topicsOverTime(manager, { from: '2026-03-01', to: '2026-03-02' })
    expect(rows.map(({ day, articles }) => [day, articles])).toEqual([
      ['2026-03-01', 1],
      ['2026-03-02', 1],
    ])
  })

  test('what a person accepted is told apart from what was suggested, and what was rejected is not counted', async () => {
    for (const state of ['suggested', 'accepted', 'rejected'] as const)
      await anArticle(ctx, { publishedAt: at('03-10T12:00:00'), tags: [{ topicId: 't:war', state }] })
    expect(await topicsOverTime(manager, { from: '2026-03-10', to: '2026-03-10' })).toEqual([
      { topicId: 't:war', labelAr: 'حرب', labelEn: 'war', day: '2026-03-10', articles: 2, accepted: 1 },
    ])
  })

  test('a topic is counted with those under it, and an article with both once', async () => {
    const publishedAt = at('03-12T12:00:00')
    await anArticle(ctx, { publishedAt, tags: [{ topicId: 't:economy' }, { topicId: 't:prices', state: 'accepted' }] })
    await anArticle(ctx, { publishedAt, tags: [{ topicId: 't:prices' }] })
    const rows = await topicsOverTime(manager, { from: '2026-03-12', to: '2026-03-12' })
    expect(rows.map((row) => [row.topicId, row.articles, row.accepted])).toEqual([
      ['t:economy', 2, 1],
      ['t:prices', 2, 1],
    ])
  })
})

describe('sources', () => {
  const aSource = (slug: string) =>
    ctx.db.source.create({ data: { slug, kind: 'newspaper', nameAr: slug } }).then(({ id }) => id)

  test('first is the primary of its group or alone; the rest are copies', async () => {
    const [writes, copies] = [await aSource('writes'), await aSource('copies')]
    const publishedAt = at('04-01T12:00:00')
    const group = await ctx.db.duplicateGroup.create({ data: {} })
    const primary = await anArticle(ctx, { sourceId: writes, duplicateGroupId: group.id, publishedAt })
    await ctx.db.duplicateGroup.update({ where: { id: group.id }, data: { primaryId: primary.id } })
    await anArticle(ctx, { sourceId: copies, duplicateGroupId: group.id, publishedAt })
    await anArticle(ctx, { sourceId: copies, publishedAt })
    await anArticle(ctx, { publishedAt })
    const rows = await sourceOriginality(manager, { from: '2026-04-01', to: '2026-04-01' })
    const told = rows.map((row) => [row.nameAr, row.articles, row.first, row.copies])
    expect(told).toEqual(
      expect.arrayContaining([
        ['writes', 1, 1, 0],
        ['copies', 2, 1, 1],
        [null, 1, 1, 0],
      ]),
    )
  })

  test('the delay is behind the first report of the story, even where the filter leaves that report out', async () => {
    const [early, late] = [await aSource('early'), await aSource('late')]
    const { storyId } = await anArticle(ctx, {
      sourceId: early,
      publishedAt: at('04-10T08:00:00'),
      publishedPrecision: 'minute',
    })
    await anArticle(ctx, {
      sourceId: late,
      storyId: storyId ?? '',
      publishedAt: at('04-10T14:30:00'),
      publishedPrecision: 'minute',
    })
    const [row] = await sourceOriginality(manager, { from: '2026-04-10', to: '2026-04-10', source: late })
    expect(row).toMatchObject({ nameAr: 'late', delayHours: 6.5, compared: 1 })
  })

  test('a date without an hour is not read as midnight, and a story of one source tells nothing of delay', async () => {
    const [hour, day] = [await aSource('hour'), await aSource('day')]
    const { storyId } = await anArticle(ctx, {
      sourceId: hour,
      publishedAt: at('04-20T21:00:00'),
      publishedPrecision: 'minute',
    })
    await anArticle(ctx, { sourceId: day, storyId: storyId ?? '', publishedAt: at('04-20T23:00:00') })
    await anArticle(ctx, { sourceId: day, publishedAt: at('04-20T12:00:00') })
    const [row] = await sourceOriginality(manager, { from: '2026-04-20', to: '2026-04-21', source: day })
    // 23:00 in Greenwich is the next day in Algiers: a whole day behind.
    expect(row).toMatchObject({ articles: 2, compared: 1, delayHours: 24 })
  })
})

test('countries: the most articles first, the accepted told apart', async () => {
  const publishedAt = at('05-01T12:00:00')
  await anArticle(ctx, { publishedAt, tags: [{ country: 'NE', state: 'accepted' }, { country: 'ML' }] })
  await anArticle(ctx, { publishedAt, tags: [{ country: 'NE' }, { country: 'NG', state: 'rejected' }] })
  expect(await countryCoverage(manager, { from: '2026-05-01', to: '2026-05-01' })).toEqual([
    { country: 'NE', articles: 2, accepted: 1 },
    { country: 'ML', articles: 1, accepted: 0 },
  ])
})

test('entities: the steepest rise first, the steepest fall last, and what stays the same is left out', async () => {
  const [before, now] = [at('06-05T12:00:00'), at('06-12T12:00:00')]
  const named = async (entityId: string, publishedAt: Date, times: number) => {
    for (let i = 0; i < times; i++) await anArticle(ctx, { publishedAt, tags: [{ entityId }] })
  }
  await named('e:rises', before, 1)
  await named('e:rises', now, 4)
  await named('e:falls', before, 3)
  await named('e:same', before, 2)
  await named('e:same', now, 2)
  const rows = await entitiesRising(manager, { from: '2026-06-08', to: '2026-06-14' })
  expect(rows.map((row) => [row.entityId, row.kind, row.before, row.articles])).toEqual([
    ['e:rises', 'person', 1, 4],
    ['e:falls', 'organisation', 3, 0],
  ])
})

describe('the desk’s work', () => {
  test('states, and the time from arrival to the first decision, for the desk and for each person', async () => {
    const [amal, badr] = [await aUser(ctx, { name: 'Amal' }), await aUser(ctx, { name: 'Badr' })]
    const publishedAt = at('07-01T08:00:00')
    const later = (hours: number) => new Date(publishedAt.getTime() + hours * 3600_000)
    const day = { from: '2026-07-01', to: '2026-07-01' }
    const first = await anArticle(ctx, { publishedAt, state: 'done', assigneeId: amal.id })
    await anArticle(ctx, { publishedAt, state: 'working', assigneeId: amal.id })
    const third = await anArticle(ctx, { publishedAt })
    // Amal accepted a tag after two hours; Badr only came to the same article after her.
    await ctx.db.articleTag.create({
      data: {
        articleId: first.id,
        topicId: 't:war',
        origin: 'rule',
        state: 'accepted',
        userId: amal.id,
        decidedAt: later(2),
      },
    })
    const moved = (actorId: string, subjectId: string, hours: number, kind = 'article.moved') => ({
      actorId,
      kind,
      subjectType: 'article',
      subjectId,
      createdAt: later(hours),
    })
    await ctx.db.auditEvent.createMany({
      data: [moved(badr.id, first.id, 5), moved(badr.id, third.id, 1, 'article.assigned'), moved(badr.id, third.id, 6)],
    })
    const rows = await deskWork(manager, day)
    expect(rows[0]).toEqual({
      scope: 'everybody',
      userId: null,
      name: null,
      waiting: 1,
      working: 1,
      done: 1,
      archived: 0,
      tagged: 1,
      decided: 2,
      decisionHours: 4,
    })
    expect(rows.find(({ scope }) => scope === 'unassigned')).toMatchObject({ waiting: 1, working: 0 })
    expect(rows.find(({ name }) => name === 'Amal')).toMatchObject({
      working: 1,
      done: 1,
      decided: 1,
      decisionHours: 2,
    })
    expect(rows.find(({ name }) => name === 'Badr')).toMatchObject({
      waiting: 0,
      done: 0,
      decided: 1,
      decisionHours: 6,
    })
  })

  test('many articles moved at once were decided on too, until the move is undone', async () => {
    const publishedAt = at('07-10T08:00:00')
    const day = { from: '2026-07-10', to: '2026-07-10' }
    const [a, b] = [await anArticle(ctx, { publishedAt }), await anArticle(ctx, { publishedAt })]
    const event = await ctx.db.auditEvent.create({
      data: {
        actorId: (await aUser(ctx)).id,
        kind: 'article.moved',
        undo: { to: 'archived', before: { new: [a.id, b.id] } },
        createdAt: at('07-10T11:00:00'),
      },
    })
    expect((await deskWork(manager, day))[0]).toMatchObject({ decided: 2, decisionHours: 3 })
    await ctx.db.auditEvent.update({ where: { id: event.id }, data: { undoneAt: NOW } })
    expect((await deskWork(manager, day))[0]).toMatchObject({ decided: 0, decisionHours: null })
  })
})

test('data quality: doubts that stand, copies, unknown sources, unreadable documents, batches with failures', async () => {
  const createdAt = at('08-01T12:00:00')
  const [good, bad, broken] = await Promise.all(
    ['good', 'bad', 'broken'].map((name) => ctx.db.batch.create({ data: { name, origin: 'cli', createdAt } })),
  )
  if (!good || !bad || !broken) throw new Error('three batches were made')
  const document = (batchId: string, state: 'read' | 'unreadable') => ({
    batchId,
    state,
    path: 'a.txt',
    mediaType: 'text/plain',
    bytes: new Uint8Array([1]),
    size: 1,
    sha256: new Uint8Array([1]),
  })
  await ctx.db.document.createMany({
    data: [document(good.id, 'read'), document(bad.id, 'read'), document(bad.id, 'unreadable')],
  })
  await ctx.db.batchFile.create({ data: { batchId: broken.id, path: 'b.zip', state: 'failed' } })
  const given = { batchId: good.id, publishedAt: createdAt }
  await anArticle(ctx, { ...given, flags: ['truncated', 'title-mismatch'] })
  const dismissed = await anArticle(ctx, { ...given, flags: ['truncated'] })
  await ctx.db.articleFlag.updateMany({ where: { articleId: dismissed.id }, data: { dismissedAt: NOW } })
  const rows = await dataQuality(manager, { from: '2026-08-01', to: '2026-08-01' })
  expect(rows.map(({ measure, flag, count, of }) => [measure, flag, count, of])).toEqual([
    ['flagged', null, 1, 2],
    ['copies', null, 0, 2],
    ['source-unknown', null, 2, 2],
    ['unreadable', null, 1, 3],
    ['already', null, 0, 3],
    ['batches-with-failures', null, 2, 3],
    ['flag', 'title-mismatch', 1, 2],
    ['flag', 'truncated', 1, 2],
  ])
})

test('a period ends with the newest article’s day; a date in the future does not move it', async () => {
  await anArticle(ctx, { publishedAt: at('11-15T23:30:00') })
  await anArticle(ctx, { publishedAt: new Date('2031-01-01T00:00:00Z') })
  expect(await lastDay(manager)).toBe('2026-11-16')
})

test('an article of a batch that was undone is counted nowhere', async () => {
  const publishedAt = at('09-01T12:00:00')
  await anArticle(ctx, { publishedAt, withdrawnAt: NOW, tags: [{ topicId: 't:war' }, { country: 'ML' }] })
  const day = { from: '2026-09-01', to: '2026-09-01' }
  expect(await countArticles(manager, day)).toMatchObject({ articles: 0 })
  expect(await topicsOverTime(manager, day)).toEqual([])
  expect(await countryCoverage(manager, day)).toEqual([])
})
