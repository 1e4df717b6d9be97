import '#tests/support/database.ts'

import { beforeAll, expect, test } from 'vitest'
import { dismissFlag } from '#lib/articles/dismiss-flag.ts'
import { newId } from '#lib/core/id.ts'
import { editField } from '#lib/correct/edit-field.ts'
import { editText } from '#lib/correct/edit-text.ts'
import { startWorker } from '#lib/jobs/worker.ts'
import { finishRun } from '#lib/reread/finish-run.ts'
import { getRun } from '#lib/reread/get-run.ts'
import { previewReread } from '#lib/reread/preview-reread.ts'
import { requestReread } from '#lib/reread/request-reread.ts'
import { rereadArticles } from '#lib/reread/reread-articles.ts'
import type { Reread } from '#lib/reread/reread-page.ts'
import type { RereadScope } from '#lib/reread/reread-scope.ts'
import { undoReread } from '#lib/reread/undo-reread-run.ts'
import { undo } from '#lib/undo.ts'
import { undoRun } from '#lib/undo-run.ts'
import { contextOf, NOW, systemContext } from '#tests/support/context.ts'
import { deliver, readAll } from '#tests/support/deliver.ts'

const ctx = systemContext()
const db = ctx.db

const TEXT = `محطة لتحلية المياه في المكلا

نشر في: 12 مارس 2024
الكاتب: نوال بامطرف

قال مدير المشروع إن محطة تحلية المياه الجديدة ستبدأ العمل قبل حلول الصيف، وإنها ستغطي حاجة ثلاثة أحياء.

وأضاف أن كلفتها بلغت ستة ملايين دولار، وأن فريقًا محليًا تولى تركيب المضخات كلها.

ولم تعلن السلطة المحلية بعد عن موعد افتتاحها الرسمي أمام السكان.
`

let batchId = ''
let number = 0
/** An article that was read out of a delivery, and then stands as a former reader left it. */
async function aReadArticle(former: Parameters<typeof db.article.update>[0]['data'] = {}) {
  const text = TEXT.replace('ستة ملايين', `${++number + 6} ملايين`).replace('المكلا', `المكلا ${number}`)
  batchId = await deliver(ctx, { 'a.txt': text })
  await readAll(ctx, batchId)
  const { id } = await db.article.findFirstOrThrow({ where: { batchId } })
  await db.article.update({ where: { id }, data: former })
  return stored(id)
}
const stored = (id: string) =>
  db.article.findUniqueOrThrow({
    where: { id },
    include: { flags: true, tags: true, revisions: true, annotations: true },
  })

async function rereadAll(scope: RereadScope, run: string | null): Promise<Reread[]> {
  const all: Reread[] = []
  for await (const page of rereadArticles(ctx, scope, run)) all.push(...page)
  return all
}
const changesOf = async (scope: RereadScope, run: string | null = null) => (await rereadAll(scope, run))[0]?.changes

beforeAll(async () => {
  await db.source.create({ data: { slug: 'elsewhere', kind: 'newspaper', nameAr: 'صحيفة أخرى' } })
})

test('what was read by the rules of today does not change when it is read again', async () => {
  const article = await aReadArticle()
  expect(await rereadAll({ batchId: article.batchId }, null)).toMatchObject([
    { articleId: article.id, changes: null, isUnreadable: false },
  ])
})

test('a look shows each field before and after, and the words of the text, and writes nothing', async () => {
  const article = await aReadArticle({
    byline: 'نوال',
    publishedAt: new Date('2024-12-03T12:00:00Z'),
    publishedPrecision: 'day',
  })
  await db.article.update({ where: { id: article.id }, data: { text: `شارك الخبر\n\n${article.text}` } })
  const changes = await changesOf({ batchId: article.batchId })
  expect(changes).toMatchObject({
    fields: [
      { field: 'publishedAt', before: '2024-12-03', after: '2024-03-12' },
      { field: 'byline', before: 'نوال', after: 'نوال بامطرف' },
    ],
    text: { added: 0, removed: 2, before: 'شارك الخبر' },
  })
  expect(await stored(article.id)).toMatchObject({ byline: 'نوال', revision: 1, revisions: [] })
})

test('written, the former text is a revision, notes find their words, search and fingerprint follow, and a second run finds nothing', async () => {
  const right = await aReadArticle()
  const salma = await contextOf('editor')
  const furnished = `شارك الخبر\n\n${right.text}`
  const at = furnished.indexOf('فريقًا محليًا')
  await db.article.update({
    where: { id: right.id },
    data: {
      text: furnished,
      textChecksum: new Uint8Array(32),
      annotations: {
        create: {
          revision: 1,
          kind: 'highlight',
          start: at,
          end: at + 13,
          exact: 'فريقًا محليًا',
          prefix: furnished.slice(at - 20, at),
          suffix: furnished.slice(at + 13, at + 33),
          userId: salma.actor.userId,
        },
      },
    },
  })
  const run = newId()
  await rereadAll({ batchId: right.batchId }, run)
  const after = await stored(right.id)
  expect(after).toMatchObject({
    text: right.text,
    revision: 2,
    revisions: [{ number: 1, text: furnished, reason: 'read-again' }],
  })
  expect(Buffer.from(after.textChecksum)).toEqual(Buffer.from(right.textChecksum))
  expect(after.annotations).toMatchObject([{ revision: 2, start: at - 'شارك الخبر\n\n'.length, unplacedAt: null }])
  expect(await db.auditEvent.findFirst({ where: { kind: 'article.reread', subjectId: right.id } })).toMatchObject({
    data: { run, text: 'yes' },
  })
  expect((await rereadAll({ batchId: right.batchId }, newId()))[0]?.changes).toBeNull()
  expect((await stored(right.id)).revision).toBe(2)
})

test('what a person set stays: a field, a title, a text, a doubt put aside, a tag decided on', async () => {
  const salma = await contextOf('editor')
  const article = await aReadArticle()
  await editField(salma, { articleId: article.id, field: 'publishedAt', value: '2024-03-11', was: '2024-03-12' })
  await editField(salma, { articleId: article.id, field: 'byline', value: '', was: 'نوال بامطرف' })
  await editText(salma, {
    articleId: article.id,
    revision: 1,
    title: 'عنوان المحررة',
    text: 'نص المحررة كما كتبته هي.',
  })
  await db.articleFlag.create({
    data: { articleId: article.id, kind: 'mixed-language', evidence: { rule: 'old' }, confidence: 0.9 },
  })
  await db.articleTag.create({ data: { articleId: article.id, country: 'YE', origin: 'rule', state: 'rejected' } })
  const before = await stored(article.id)
  expect(await changesOf({ batchId: article.batchId }, newId())).toBeNull()
  expect(await stored(article.id)).toEqual(before)
})

test('a doubt that was put aside stays put aside, one that no rule has any more is lowered, a new one is raised', async () => {
  const salma = await contextOf('editor')
  const article = await aReadArticle()
  const [known] = article.flags
  expect(known?.kind).toBe('source-unknown')
  await dismissFlag(salma, { articleId: article.id, kind: 'source-unknown', dismissed: true })
  await db.articleFlag.update({
    where: { articleId_kind: { articleId: article.id, kind: 'source-unknown' } },
    data: { confidence: 0.1 },
  })
  await db.articleFlag.create({
    data: { articleId: article.id, kind: 'truncated', evidence: { rule: 'old' }, confidence: 0.9 },
  })
  expect(await changesOf({ batchId: article.batchId }, newId())).toMatchObject({
    flags: { raised: [], lowered: ['truncated'], changed: [] },
  })
  const after = await stored(article.id)
  expect(after.flags).toMatchObject([{ kind: 'source-unknown', confidence: 0.1 }])
  expect(after.flags[0]?.dismissedAt).not.toBeNull()
  await db.articleFlag.deleteMany({ where: { articleId: article.id } })
  expect((await changesOf({ batchId: article.batchId }, newId()))?.flags.raised).toEqual(['source-unknown'])
})

test('an editor who corrects a field between the look and the writing wins', async () => {
  const article = await aReadArticle({ byline: 'نوال' })
  const pages = rereadArticles(ctx, { batchId: article.batchId }, null)
  expect((await pages.next()).value?.[0]?.changes?.fields).toMatchObject([{ field: 'byline' }])
  await editField(await contextOf('editor'), { articleId: article.id, field: 'byline', value: 'ن. ب.', was: 'نوال' })
  await rereadAll({ batchId: article.batchId }, newId())
  expect(await stored(article.id)).toMatchObject({ byline: 'ن. ب.' })
})

test('suggested tags follow the text; decided ones are not touched', async () => {
  const article = await aReadArticle()
  const state = { articleId: article.id, origin: 'rule', state: 'suggested' } as const
  await db.articleTag.createMany({
    data: [
      { ...state, country: 'BR' },
      { ...state, country: 'AR', state: 'accepted' },
    ],
  })
  expect((await changesOf({ batchId: article.batchId }, newId()))?.tags).toMatchObject({ removed: ['country:BR'] })
  const after = await stored(article.id)
  expect(after.tags.map((tag) => tag.country)).toContain('AR')
  expect(after.tags.map((tag) => tag.country)).not.toContain('BR')
})

test('a run is taken back: text, fields, evidence and doubts; what was corrected since stays', async () => {
  const one = await aReadArticle({ byline: 'نوال', evidence: { byline: { rule: 'old', confidence: 0.2 } } })
  const other = await aReadArticle({ byline: 'نوال' })
  await db.article.update({ where: { id: one.id }, data: { text: `شارك الخبر\n\n${one.text}` } })
  await db.articleFlag.deleteMany({ where: { articleId: one.id } })
  const before = await stored(one.id)
  const run = newId()
  for (const { batchId } of [one, other]) await rereadAll({ batchId }, run)
  expect(await stored(one.id)).toMatchObject({ byline: 'نوال بامطرف', text: one.text })
  await editField(await contextOf('editor'), {
    articleId: other.id,
    field: 'byline',
    value: 'هدى',
    was: 'نوال بامطرف',
  })
  expect(await undoRun(ctx, run)).toEqual({ undone: 1, left: 1 })
  const after = await stored(one.id)
  expect(after).toMatchObject({ byline: 'نوال', text: before.text, evidence: before.evidence, revision: 3 })
  expect(after.flags).toEqual([])
  expect(await stored(other.id)).toMatchObject({ byline: 'هدى' })
  expect(await undoRun(ctx, run)).toEqual({ undone: 0, left: 1 })
})

test('only what is in scope is read again, and nothing that is withdrawn', async () => {
  const source = await db.source.findFirstOrThrow()
  const [one, other] = [await aReadArticle({ sourceId: source.id }), await aReadArticle()]
  const ids = async (scope: RereadScope) => (await rereadAll(scope, null)).map((reread) => reread.articleId)
  expect(await ids({ batchId: one.batchId })).toEqual([one.id])
  expect(await ids({ sourceId: source.id })).toEqual([one.id])
  const all = await ids({})
  expect(all).toEqual(expect.arrayContaining([one.id, other.id]))
  expect(all).toEqual(all.toSorted())
  const tomorrow = new Date(NOW.getTime() + 86_400_000).toISOString().slice(0, 10)
  expect(await ids({ since: tomorrow })).toEqual([])
  await db.article.update({ where: { id: one.id }, data: { withdrawnAt: NOW } })
  expect(await ids({ batchId: one.batchId })).toEqual([])
})

test('an admin looks first, then the worker writes as that admin; the end is one event, which takes it back', async () => {
  const admin = await contextOf('admin')
  const article = await aReadArticle({ byline: 'نوال' })
  const scope = { batchId: article.batchId }
  expect(await previewReread(admin, scope)).toMatchObject({
    inScope: 1,
    tally: { articles: 1, changed: 1 },
    changed: [{ articleId: article.id }],
  })
  const { redirectTo } = await requestReread(admin, scope)
  const run = new URL(redirectTo, 'http://desk').searchParams.get('run') as string
  expect(await getRun(admin, run)).toMatchObject({ state: 'running', changed: 0 })
  await working(async () => (await getRun(admin, run)).state === 'done')
  expect(await getRun(admin, run)).toMatchObject({ state: 'done', changed: 1 })
  const event = await db.auditEvent.findFirstOrThrow({ where: { kind: 'reread.done', subjectId: run } })
  expect(event).toMatchObject({ actorId: admin.actor.userId, data: { articles: 1, changed: 1 } })
  expect(await finishRun(admin, { run, scope, articles: 1 })).toBeNull()
  const narrowed = { ...scope, sourceId: undefined, since: undefined }
  expect(await finishRun(admin, { run: newId(), scope: narrowed, articles: 1 })).not.toBeNull()
  await undo(admin, { eventId: event.id })
  await working(async () => (await stored(article.id)).byline === 'نوال')
})

test.each(['editor', 'manager'] as const)('a %s does not read a batch again', async (role) => {
  const actor = await contextOf(role)
  await expect(requestReread(actor, { batchId: newId() })).rejects.toMatchObject({ key: 'forbidden' })
  await expect(previewReread(actor, {})).rejects.toMatchObject({ key: 'forbidden' })
  await expect(undoReread(actor, { run: newId() })).rejects.toMatchObject({ key: 'forbidden' })
  await expect(rereadArticles(actor, {}, null).next()).rejects.toMatchObject({ key: 'forbidden' })
})

async function working(isDone: () => Promise<boolean>): Promise<void> {
  const worker = await startWorker(ctx)
  try {
    while (!(await isDone())) await new Promise((resolve) => setTimeout(resolve, 50))
  } finally {
    await worker.stop()
  }
}
