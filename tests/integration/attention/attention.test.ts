// Before anything of lib: it names the database.
import '#tests/support/database.ts'

import { beforeAll, expect, test } from 'vitest'
import { countAttention } from '#lib/attention/count-attention.ts'
import { getAttention } from '#lib/attention/get-attention.ts'
import { listBrokenRules } from '#lib/attention/list-broken-rules.ts'
import { listUnreadable } from '#lib/attention/list-unreadable.ts'
import { retryDocuments } from '#lib/batches/retry-documents.ts'
import { undoBatch } from '#lib/batches/undo-batch.ts'
import type { FlagKind } from '#lib/core/article.ts'
import type { Context } from '#lib/db/context.ts'
import { anArticle } from '#seeds/builders/an-article.ts'
import { contextOf, NOW, systemContext } from '#tests/support/context.ts'
import { deliver, readAll } from '#tests/support/deliver.ts'

const ctx = systemContext()
let manager: Context
beforeAll(async () => {
  manager = await contextOf('manager')
})

const daysAgo = (days: number) => new Date(NOW.getTime() - days * 24 * 3600_000)
const aSource = (slug: string) =>
  ctx.db.source.create({ data: { slug, kind: 'newspaper', nameAr: `جريدة ${slug}` }, select: { id: true } })

/** Articles of a source, one a day or several, the first `flagged` of them with a doubt. */
async function articles(
  sourceId: string,
  {
    from,
    to,
    count,
    flagged = 0,
    kind = 'date-missing',
    rule = 'date.byline',
    byline = 'ليلى',
  }: {
    from: number
    to: number
    count: number
    flagged?: number
    kind?: FlagKind
    rule?: string
    byline?: string | null
  },
): Promise<void> {
  for (let i = 0; i < count; i++) {
    const at = daysAgo(from - ((from - to) * i) / count)
    const flags = i < flagged ? [kind] : []
    await anArticle(ctx, { sourceId, publishedAt: at, flags, byline, evidence: { publishedAt: { rule } } })
  }
}

test('an editor is refused', async () => {
  const editor = await contextOf('editor')
  for (const ask of [listUnreadable, listBrokenRules, getAttention])
    await expect(ask(editor)).rejects.toMatchObject({ key: 'forbidden' })
  expect(countAttention(editor)).toBeNull()
})

test('what could not be read is listed by delivery and reason, until it is retried or the delivery is undone', async () => {
  const broken = '{"title": "بلا نهاية", '
  const batchId = await deliver(ctx, { 'a.json': broken, 'b.json': `${broken} `, 'c.txt': '' }, 'دفعة معطوبة')
  await readAll(ctx, batchId)
  const own = async () =>
    (await listUnreadable({ ...manager, now: () => new Date() })).filter((u) => u.batchId === batchId)
  const found = await own()
  expect(found.map(({ key, count }) => [key, count])).toEqual([
    ['json-syntax', 2],
    ['empty', 1],
  ])
  expect(found[0]).toMatchObject({ batchName: 'دفعة معطوبة', example: 'a.json', problem: { key: 'json-syntax' } })
  const fortnight = { ...manager, now: () => new Date(Date.now() + 15 * 24 * 3600_000) }
  expect(await listUnreadable(fortnight)).toEqual([])
  await retryDocuments(ctx, { batchId })
  expect(await own()).toEqual([])
  await readAll(ctx, batchId)
  expect(await own()).toHaveLength(2)
  await undoBatch(ctx, { batchId })
  expect(await own()).toEqual([])
})

test('a source whose dates are suddenly not found is shown with both shares', async () => {
  const { id } = await aSource('changed-its-pages')
  await articles(id, { from: 60, to: 8, count: 40, flagged: 2 })
  await articles(id, { from: 6.5, to: 0, count: 12, flagged: 9 })
  const rules = (await listBrokenRules(manager)).filter((rule) => rule.sourceId === id)
  expect(rules).toEqual([
    expect.objectContaining({ sign: 'date-missing', now: 9, ofNow: 12, before: 2, ofBefore: 40, rule: null }),
  ])
})

test('articles that suddenly name neither author nor agency are shown', async () => {
  const { id } = await aSource('lost-its-bylines')
  await articles(id, { from: 60, to: 8, count: 30 })
  await articles(id, { from: 6.5, to: 0, count: 12, byline: null })
  const rules = (await listBrokenRules(manager)).filter((rule) => rule.sourceId === id)
  expect(rules.map(({ sign }) => sign)).toEqual(['unsigned'])
})

test('a rule that gave most dates and now gives none is named', async () => {
  const { id } = await aSource('other-rule')
  await articles(id, { from: 60, to: 8, count: 20, rule: 'date.json-ld' })
  await articles(id, { from: 6.5, to: 0, count: 10, rule: 'date.byline' })
  const rules = (await listBrokenRules(manager)).filter((rule) => rule.sourceId === id)
  expect(rules).toEqual([expect.objectContaining({ sign: 'rule', rule: 'date.json-ld', before: 20, now: 0 })])
})

test.each([
  ['it always was so', { before: 40, flaggedBefore: 30, now: 12, flaggedNow: 10 }],
  ['chance explains it', { before: 12, flaggedBefore: 2, now: 10, flaggedNow: 4 }],
  ['a week has too few articles', { before: 40, flaggedBefore: 0, now: 8, flaggedNow: 8 }],
  ['there is nothing to compare with', { before: 3, flaggedBefore: 0, now: 20, flaggedNow: 20 }],
])('nothing is shown where %s', async (why, { before, flaggedBefore, now, flaggedNow }) => {
  const { id } = await aSource(why.replaceAll(' ', '-'))
  await articles(id, { from: 60, to: 8, count: before, flagged: flaggedBefore })
  await articles(id, { from: 6.5, to: 0, count: now, flagged: flaggedNow })
  expect((await listBrokenRules(manager)).filter((rule) => rule.sourceId === id)).toEqual([])
})

test('a feed that fails is listed for a manager too', async () => {
  const { id: sourceId } = await aSource('with-a-feed')
  const problem = { key: 'fetch-status', status: 500 }
  await ctx.db.feed.create({
    data: {
      sourceId,
      address: 'https://khabar.example/rss',
      failures: 5,
      problem,
      lastSuccessAt: daysAgo(3),
      lastPollAt: NOW,
    },
  })
  const { feeds } = await getAttention(manager)
  expect(feeds).toEqual([expect.objectContaining({ sourceId, kind: 'failing', since: daysAgo(3), problem })])
})

test('the badge counts all of them, without keeping anybody waiting', async () => {
  const { feeds, unreadable, rules } = await getAttention(manager)
  countAttention(manager)
  await expect.poll(() => countAttention(manager)).toBe(feeds.length + unreadable.length + rules.length)
})
