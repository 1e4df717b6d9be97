import '#tests/support/allow-local.ts'
import '#tests/support/a-secret.ts'
import { mail } from '#tests/support/mail-server.ts'

import '#tests/support/database.ts'
import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Context } from '#lib/db/context.ts'
import { startWorker } from '#lib/jobs/worker.ts'
import { undo } from '#lib/undo.ts'
import { listWatches } from '#lib/watches/list-watches.ts'
import { matchWatches } from '#lib/watches/match-watches.ts'
import { replaceSecrets } from '#lib/watches/replace-secrets.ts'
import { SaveWatchInput, saveWatch } from '#lib/watches/save-watch.ts'
import { sendWatch } from '#lib/watches/send-watch.ts'
import { testWatch } from '#lib/watches/test-watch.ts'
import { watchFeed } from '#lib/watches/watch-feed.ts'
import { feedPath, webhookKey } from '#lib/watches/watch-secret.ts'
import { WATCH } from '#lib/watches/watch-standing.ts'
import { anArticle } from '#seeds/builders/an-article.ts'
import { contextOf, systemContext } from '#tests/support/context.ts'
import { deliver, readAll } from '#tests/support/deliver.ts'
import { feedServer } from '#tests/support/feed-server.ts'

const ctx = systemContext()
const { db } = ctx

type Posted = { headers: Record<string, string | string[] | undefined>; body: string }
const posted: Posted[] = []
let answer = 204
let receiver: Awaited<ReturnType<typeof feedServer>>
beforeAll(async () => {
  receiver = await feedServer({
    '/hook': (request, response) => {
      let body = ''
      request.setEncoding('utf8').on('data', (piece) => (body += piece))
      request.on('end', () => {
        posted.push({ headers: request.headers, body })
        response.writeHead(answer).end()
      })
    },
  })
})
afterAll(async () => {
  receiver.close()
  await mail.close()
})
beforeEach(async () => {
  await db.watch.updateMany({ data: { deletedAt: ctx.now() } })
  mail.mails.length = 0
  posted.length = 0
  mail.state.refuses = false
  answer = 204
})

const watch = (by: Context, given: object = {}) =>
  saveWatch(
    by,
    SaveWatchInput.parse({
      name: 'وكالات <الصباح>',
      filter: 'agency=AFP',
      pace: 'atOnce',
      inDesk: 'true',
      timeZone: 'Africa/Algiers',
      ...given,
    }),
  )
const arrived = async (agency: string, more: object = {}) => (await anArticle(ctx, { agency, ...more })).id
const notices = (by: Context) =>
  db.notice.findMany({ where: { userId: by.actor.userId as string, kind: 'watch' }, orderBy: { id: 'asc' } })

test('what arrives and fits is told once in the desk, counted until it is seen', async () => {
  const editor = await contextOf('editor')
  const { watchId } = await watch(editor)
  const ids = [await arrived('AFP'), await arrived('AP'), await arrived('AFP')]
  await matchWatches(ctx, ids)
  await matchWatches(ctx, ids)
  await matchWatches(ctx, [await arrived('AFP')])
  expect(await notices(editor)).toMatchObject([{ watchId, articles: 3, seenAt: null }])
  expect(await listWatches(editor)).toMatchObject([{ id: watchId, found: 3, unseen: 3 }])
  await db.notice.updateMany({ data: { seenAt: ctx.now() } })
  await matchWatches(ctx, [await arrived('AFP')])
  expect(await notices(editor)).toMatchObject([{ articles: 3 }, { articles: 1, seenAt: null }])
  expect(await listWatches(await contextOf('editor'))).toEqual([])
})

test('by mail: one message for all, in the desk’s language, its headlines text and not markup', async () => {
  const editor = await contextOf('editor')
  const { watchId } = await watch(editor, { byEmail: 'true', inDesk: 'false' })
  await matchWatches(ctx, [await arrived('AFP', { title: 'قمة <b>تونس</b> & ما بعدها' }), await arrived('AFP')])
  await sendWatch(ctx, watchId)
  await sendWatch(ctx, watchId)
  expect(mail.mails).toHaveLength(1)
  const [message] = mail.mails
  expect(message?.to?.[0]?.address).toBe(editor.actor.email)
  expect(message?.subject).toBe('وكالات <الصباح>: مقالان جديدان')
  expect(message?.html).toContain('قمة &#60;b&#62;تونس&#60;/b&#62; &#38; ما بعدها')
  expect(message?.text).toContain('قمة <b>تونس</b> & ما بعدها')
  expect(await notices(editor)).toEqual([])
  expect(await db.watch.findUnique({ where: { id: watchId } })).toMatchObject({ failures: 0, sentAt: ctx.now() })
})

test('a way that is opened later tells of what comes from then on, not of all that was ever found', async () => {
  const editor = await contextOf('editor')
  const { watchId } = await watch(editor)
  await matchWatches(ctx, [await arrived('AFP'), await arrived('AFP')])
  await watch(editor, { watchId, byEmail: 'true', webhook: receiver.at('/hook') })
  await matchWatches(ctx, [await arrived('AFP', { title: 'بعد الفتح' })])
  await sendWatch(ctx, watchId)
  expect(mail.mails.map(({ subject }) => subject)).toEqual(['وكالات <الصباح>: مقال جديد'])
  expect(posted.map(({ body }) => JSON.parse(body).data.articles)).toMatchObject([[{ title: 'بعد الفتح' }]])
})

test('a message that is due is not put off by what is found before it goes', async () => {
  const editor = await contextOf('editor')
  const { watchId } = await watch(editor, { byEmail: 'true', pace: 'daily' })
  await matchWatches({ ...ctx, now: () => new Date() }, [await arrived('AFP')])
  const due = () => db.$queryRaw<{ isDue: boolean }[]>`
    SELECT run_at <= now() AS "isDue" FROM graphile_worker.jobs WHERE key = ${`send-watch:${watchId}`}`
  await db.$executeRaw`UPDATE graphile_worker._private_jobs SET run_at = now() - interval '1 second'
    WHERE key = ${`send-watch:${watchId}`}`
  await matchWatches({ ...ctx, now: () => new Date() }, [await arrived('AFP')])
  expect(await due()).toEqual([{ isDue: true }])
})

test('to a program: posted JSON whose signature verifies as Standard Webhooks says', async () => {
  const editor = await contextOf('editor')
  const { watchId } = await watch(editor, { webhook: receiver.at('/hook') })
  const id = await arrived('AFP', { title: 'جسر جديد' })
  await matchWatches(ctx, [id])
  await sendWatch(ctx, watchId)
  const [{ headers, body }] = posted as [Posted]
  expect(JSON.parse(body)).toMatchObject({ type: 'articles.found', data: { articles: [{ id, title: 'جسر جديد' }] } })
  const row = await db.watch.findUniqueOrThrow({ where: { id: watchId } })
  const key = Buffer.from(webhookKey(row).replace('whsec_', ''), 'base64')
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`)
  await replaceSecrets(editor, { id: watchId })
  expect(webhookKey(await db.watch.findUniqueOrThrow({ where: { id: watchId } }))).not.toBe(webhookKey(row))
})

test('one way that fails is tried again and does not repeat the other; what went wrong stands on the watch', async () => {
  const editor = await contextOf('editor')
  const { watchId } = await watch(editor, { byEmail: 'true', webhook: receiver.at('/hook') })
  await matchWatches(ctx, [await arrived('AFP')])
  answer = 503
  await expect(sendWatch(ctx, watchId)).rejects.toThrow()
  expect(await listWatches(editor)).toMatchObject([{ failures: 1, problem: { key: 'fetch-status', status: 503 } }])
  answer = 200
  await sendWatch(ctx, watchId)
  expect([mail.mails.length, posted.length]).toEqual([1, 2])
  expect(await listWatches(editor)).toMatchObject([{ failures: 0, problem: null }])
  mail.state.refuses = true
  await matchWatches(ctx, [await arrived('AFP')])
  await expect(sendWatch(ctx, watchId)).rejects.toThrow()
  expect(await listWatches(editor)).toMatchObject([{ failures: 1, problem: { key: 'mail-failed' } }])
  await expect(testWatch(editor, { id: watchId })).rejects.toMatchObject({ key: 'sendingFailed' })
  mail.state.refuses = false
  await expect(testWatch(editor, { id: watchId })).resolves.toEqual({ note: 'sent' })
})

test('a webhook that leads into the house is not asked', async () => {
  const { watchId } = await watch(await contextOf('editor'), { webhook: 'http://10.0.0.1/hook' })
  await matchWatches(ctx, [await arrived('AFP')])
  await expect(sendWatch(ctx, watchId)).rejects.toMatchObject({ problem: { key: 'fetch-private' } })
})

test('in the quiet hours nothing is sent', async () => {
  const { watchId } = await watch(await contextOf('editor'), {
    byEmail: 'true',
    quietFrom: '00:00',
    quietUntil: '23:59',
  })
  await matchWatches(ctx, [await arrived('AFP')])
  await sendWatch(ctx, watchId)
  expect(mail.mails).toEqual([])
})

test('the feed is for whoever has its address, well formed, and ends when the address is replaced', async () => {
  const editor = await contextOf('editor')
  const { watchId } = await watch(editor)
  await matchWatches(ctx, [await arrived('AFP', { title: 'ماء & ملح <ب>' })])
  const row = await db.watch.findUniqueOrThrow({ where: { id: watchId } })
  const secret = feedPath(row).split('/').at(-1) as string
  const { xml, etag } = await watchFeed(ctx, watchId, secret)
  expect(xml).toContain('<title>ماء &#38; ملح &#60;ب&#62;</title>')
  expect((await watchFeed(ctx, watchId, secret)).etag).toBe(etag)
  await expect(watchFeed(ctx, watchId, `${secret.slice(0, -2)}AA`)).rejects.toMatchObject({ key: 'notFound' })
  await expect(watchFeed(ctx, watchId, '')).rejects.toMatchObject({ key: 'notFound' })
  await replaceSecrets(editor, { id: watchId })
  await expect(watchFeed(ctx, watchId, secret)).rejects.toMatchObject({ key: 'notFound' })
})

test('a watch is its owner’s: edited, paused, deleted and brought back by nobody else', async () => {
  const [editor, other] = [await contextOf('editor'), await contextOf('editor')]
  const { watchId } = await watch(editor)
  await expect(watch(other, { watchId })).rejects.toMatchObject({ key: 'notFound' })
  for (const command of [WATCH.pause, WATCH.remove])
    await expect(command(other, { id: watchId })).rejects.toMatchObject({ key: 'conflict' })
  await expect(replaceSecrets(other, { id: watchId })).rejects.toMatchObject({ key: 'notFound' })
  const edited = await watch(editor, { watchId, name: 'آخر', filter: 'agency=AP' })
  await undo(editor, { eventId: edited.eventId })
  expect(await listWatches(editor)).toMatchObject([{ name: 'وكالات <الصباح>', filter: { agency: 'AFP' } }])
  await WATCH.pause(editor, { id: watchId })
  await matchWatches(ctx, [await arrived('AFP')])
  expect(await notices(editor)).toEqual([])
  const gone = await WATCH.remove(editor, { id: watchId })
  expect(await listWatches(editor)).toEqual([])
  await undo(editor, { eventId: gone.eventId })
  expect(await listWatches(editor)).toHaveLength(1)
})

test('the pipeline tells watches of what it has stored, after the rules', async () => {
  const editor = await contextOf('editor')
  await watch(editor, { filter: 'q=زعفران' })
  const text =
    'زعفران الأطلس يباع في المزاد\n\nقال تجار إن محصول الزعفران في قرى الأطلس زاد هذا الموسم بعد أمطار الخريف الطويلة.\n\nوأضافوا أن المزاد يبدأ الأسبوع المقبل في السوق القديمة.'
  const batchId = await deliver(ctx, { 'a.txt': text })
  await readAll(ctx, batchId)
  const worker = await startWorker(ctx)
  await expect.poll(async () => (await notices(editor)).length, { timeout: 15_000 }).toBe(1)
  await worker.stop()
})

test('bad input is refused: every article, an address that is none, half a quiet time, a zone that is none', () => {
  const valid = { name: 'x', filter: 'agency=AFP', pace: 'daily', timeZone: 'UTC' }
  expect(SaveWatchInput.safeParse(valid).success).toBe(true)
  for (const wrong of [
    { webhook: 'file:///etc/passwd' },
    { quietFrom: '22:00' },
    { quietFrom: '25:00', quietUntil: '06:00' },
    { timeZone: 'Mars/Olympus' },
    { pace: 'never' },
    { name: ' ' },
  ])
    expect(SaveWatchInput.safeParse({ ...valid, ...wrong }).success, JSON.stringify(wrong)).toBe(false)
})
