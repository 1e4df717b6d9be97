import '#tests/support/database.ts'
import { expect, test } from 'vitest'
import { bulkCommand } from '#lib/bulk/bulk-command.ts'
import { getBulkRun } from '#lib/bulk/get-bulk-run.ts'
import { runBulkPage } from '#lib/bulk/run-bulk-page.ts'
import { StartBulkRunInput, startBulkRun } from '#lib/bulk/start-bulk-run.ts'
import { stopBulkRun } from '#lib/bulk/stop-bulk-run.ts'
import type { Context } from '#lib/db/context.ts'
import { giveUp } from '#lib/jobs/give-up.ts'
import { startWorker } from '#lib/jobs/worker.ts'
import { undo } from '#lib/undo.ts'
import { anArticle } from '#seeds/builders/an-article.ts'
import { contextOf, systemContext } from '#tests/support/context.ts'

const { db } = systemContext()

/** Articles of an agency of their own, so that each test has its own "all that match". */
async function articlesOf(agency: string, count: number): Promise<string[]> {
  const ctx = systemContext()
  const made = await Promise.all(Array.from({ length: count }, () => anArticle(ctx, { agency })))
  return made.map(({ id }) => id).sort()
}

const start = (ctx: Context, agency: string, command: string, more: object = {}) =>
  startBulkRun(ctx, StartBulkRunInput.parse({ command, filter: `agency=${agency}`, ...more }))

async function toTheEnd(ctx: Context, runId: string) {
  for (let pages = 0; pages < 20; pages++) {
    await runBulkPage(ctx, runId)
    const run = await getBulkRun(ctx, runId)
    if (run.state !== 'waiting' && run.state !== 'running') return run
  }
  throw new Error('the run does not end')
}

const states = async (ids: string[]) =>
  (await db.article.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } })).map(({ state }) => state)

async function untilState(ctx: Context, runId: string, state: string): Promise<void> {
  const worker = await startWorker(systemContext())
  try {
    await expect.poll(async () => (await getBulkRun(ctx, runId)).state, { timeout: 20_000, interval: 100 }).toBe(state)
  } finally {
    await worker.stop()
  }
}

test('a command for all that match reaches every page of them, once, and one undo takes all of it back', async () => {
  const editor = await contextOf('editor')
  const ids = await articlesOf('WIDE', 1200)
  await db.article.updateMany({ where: { id: { in: ids.slice(0, 7) } }, data: { state: 'archived' } })
  const before = await states(ids)
  const { runId } = await start(editor, 'WIDE', 'set-state', { state: 'archived' })
  const late = await anArticle(systemContext(), { agency: 'WIDE' })
  await untilState(editor, runId, 'done')
  expect(await getBulkRun(editor, runId)).toMatchObject({ total: 1200, done: 1200, changed: 1193 })
  expect(new Set(await states(ids))).toEqual(new Set(['archived']))
  expect(await states([late.id])).toEqual(['new'])

  const one = ids[3] as string
  const other = ids[500] as string
  await db.article.update({ where: { id: other }, data: { state: 'working' } })
  const { undoId } = await getBulkRun(editor, runId)
  await undo(editor, { eventId: undoId as string })
  await untilState(editor, runId, 'undone')
  const after = await states(ids)
  expect(after[ids.indexOf(one)]).toBe('archived')
  expect(after[ids.indexOf(other)]).toBe('working')
  expect(after.filter((state, i) => state !== before[i])).toEqual(['working'])
  await expect(undo(editor, { eventId: undoId as string })).rejects.toMatchObject({ key: 'nothingToUndo' })
})

test('tags, answers and assignment go to all that match as well', async () => {
  const manager = await contextOf('manager')
  const ids = await articlesOf('TAGS', 3)
  await toTheEnd(manager, (await start(manager, 'TAGS', 'add-tag', { subject: 'country:NE' })).runId)
  expect(await db.articleTag.count({ where: { articleId: { in: ids }, country: 'NE', state: 'accepted' } })).toBe(3)
  await db.articleTag.updateMany({ where: { articleId: { in: ids } }, data: { state: 'suggested' } })
  await toTheEnd(manager, (await start(manager, 'TAGS', 'accept')).runId)
  expect(await db.articleTag.count({ where: { articleId: { in: ids }, country: 'NE', state: 'accepted' } })).toBe(3)
  const run = await toTheEnd(manager, (await start(manager, 'TAGS', 'assign', { userId: manager.actor.userId })).runId)
  expect(run).toMatchObject({ state: 'done', changed: 3 })
  expect(await db.article.count({ where: { id: { in: ids }, assigneeId: manager.actor.userId } })).toBe(3)
})

test('a page that is done again changes nothing more, and a run that ended does nothing', async () => {
  const editor = await contextOf('editor')
  await articlesOf('AGAIN', 2)
  const { runId } = await start(editor, 'AGAIN', 'set-state', { state: 'done' })
  await Promise.all([runBulkPage(editor, runId), runBulkPage(editor, runId), runBulkPage(editor, runId)])
  const events = () => db.auditEvent.count({ where: { data: { path: ['run'], equals: runId } } })
  expect(await getBulkRun(editor, runId)).toMatchObject({ state: 'done', done: 2, changed: 2 })
  await runBulkPage(editor, runId)
  expect(await events()).toBe(1)
})

test('a run is stopped where it is, by whom it belongs to, and given up with its undo', async () => {
  const [editor, other] = [await contextOf('editor'), await contextOf('editor')]
  await articlesOf('STOP', 2)
  const { runId } = await start(editor, 'STOP', 'set-state', { state: 'done' })
  await expect(stopBulkRun(other, { runId })).rejects.toMatchObject({ key: 'conflict' })
  await expect(getBulkRun(other, runId)).rejects.toMatchObject({ key: 'notFound' })
  await runBulkPage(editor, runId)
  await stopBulkRun(editor, { runId })
  expect(await getBulkRun(editor, runId)).toMatchObject({ state: 'done', changed: 2, undoId: expect.any(String) })
  await expect(stopBulkRun(editor, { runId })).rejects.toMatchObject({ key: 'conflict' })

  await giveUp(systemContext(), 'run-bulk', { runId })
  expect(await getBulkRun(editor, runId)).toMatchObject({ state: 'done' })
  expect(await db.auditEvent.count({ where: { subjectType: 'bulk', subjectId: runId } })).toBe(1)

  const failing = await start(editor, 'STOP', 'set-state', { state: 'new' })
  await giveUp(systemContext(), 'run-bulk', { runId: failing.runId })
  expect(await getBulkRun(editor, failing.runId)).toMatchObject({ state: 'failed', undoId: null })
})

test('who may not, or asks for what makes no sense, starts nothing', async () => {
  const editor = await contextOf('editor')
  await articlesOf('NOPE', 1)
  await expect(start(editor, 'NOBODY', 'accept')).rejects.toMatchObject({ key: 'notFound' })
  await expect(start(editor, 'NOPE', 'set-state', { state: 'gone' })).rejects.toMatchObject({ key: 'invalid' })
  expect(StartBulkRunInput.safeParse({ command: 'delete', filter: '' }).success).toBe(false)
  expect(bulkCommand('assign').action).toBe('article:triage')
  const manager = await contextOf('manager')
  const { runId } = await start(editor, 'NOPE', 'assign', { userId: manager.actor.userId })
  expect(await toTheEnd(editor, runId)).toMatchObject({ changed: 0 })
})
