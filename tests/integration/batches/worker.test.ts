// Before anything of lib: it names the database.
import '#tests/support/database.ts'

import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { giveUp } from '#lib/jobs/give-up.ts'
import { HANDLERS } from '#lib/jobs/handlers/handlers.ts'
import { enqueue } from '#lib/jobs/queue.ts'
import { startWorker } from '#lib/jobs/worker.ts'
import { systemContext } from '#tests/support/context.ts'
import { deliver, readAll } from '#tests/support/deliver.ts'

const TEXT =
  'عنوان الخبر\n\nقال المدير إن الأشغال تنطلق الأسبوع المقبل في المدينة، وإن الميزانية المخصصة لها بلغت مليار دينار.\n'

test('a worker that is told to stop finishes the job it is at', async () => {
  const ctx = systemContext()
  const began = Promise.withResolvers<void>()
  let finished = false
  const worker = await startWorker(ctx, {
    ...HANDLERS,
    'finish-batch': async () => {
      began.resolve()
      await setTimeout(300)
      finished = true
    },
  })
  await enqueue(ctx.db, 'finish-batch', { batchId: crypto.randomUUID() })
  await began.promise
  await worker.stop()
  expect(finished).toBe(true)
})

test('the jobs of a worker that was killed are taken up by the next one, at once', async () => {
  const ctx = systemContext()
  const batchId = await deliver(ctx, { 'a.txt': TEXT })
  // What a kill leaves: a job locked by a worker that no longer holds its lease.
  await ctx.db
    .$executeRaw`UPDATE graphile_worker._private_jobs SET locked_by = 'pool-of-the-dead', locked_at = now(), attempts = 1`
  await readAll(ctx, batchId)
  expect(await ctx.db.document.count({ where: { batchId, state: 'read' } })).toBe(1)
})

test('the jobs of a living worker are left to it', async () => {
  const ctx = systemContext()
  const began = Promise.withResolvers<void>()
  const release = Promise.withResolvers<void>()
  let runs = 0
  const handlers = {
    ...HANDLERS,
    'finish-batch': async () => {
      runs++
      began.resolve()
      await release.promise
    },
  }
  const first = await startWorker(ctx, handlers)
  await enqueue(ctx.db, 'finish-batch', { batchId: crypto.randomUUID() })
  await began.promise
  const second = await startWorker(ctx, handlers)
  await setTimeout(300)
  release.resolve()
  await Promise.all([first.stop(), second.stop()])
  expect(runs).toBe(1)
})

test('what fails for good is told on its items, and the batch ends', async () => {
  const ctx = systemContext()
  const batchId = await deliver(ctx, { 'b.txt': `${TEXT}آخر.\n` })
  const failing = async () => {
    throw new Error('the disk is full')
  }
  const worker = await startWorker(ctx, { ...HANDLERS, 'read-documents': failing })
  // The last attempt of a job: earlier ones wait longer and longer.
  while (
    (await ctx.db
      .$executeRaw`UPDATE graphile_worker._private_jobs SET max_attempts = 1 WHERE payload::text LIKE '%documentIds%' AND locked_at IS NULL`) ===
    0
  ) {
    if (await ctx.db.document.count({ where: { batchId, state: 'unreadable' } })) break
    await ctx.db
      .$executeRaw`UPDATE graphile_worker._private_jobs SET run_at = now() WHERE locked_at IS NULL AND attempts < max_attempts`
    await setTimeout(20)
  }
  await ctx.db
    .$executeRaw`UPDATE graphile_worker._private_jobs SET attempts = 0, run_at = now(), max_attempts = 1 WHERE locked_at IS NULL`
  while (await ctx.db.batch.count({ where: { id: batchId, state: 'reading' } })) await setTimeout(50)
  await worker.stop()
  expect(await ctx.db.document.findFirst({ where: { batchId } })).toMatchObject({
    state: 'unreadable',
    problem: { key: 'gave-up' },
  })
})

test('a job of many documents that fails for good is read in smaller parts: one bad document takes no others with it', async () => {
  const ctx = systemContext()
  const documentIds = Array.from({ length: 200 }, () => crypto.randomUUID())
  await giveUp(ctx, 'read-documents', { documentIds })
  const jobs = await ctx.db.$queryRaw<{ ids: string[] }[]>`
    SELECT payload->'documentIds' AS ids FROM graphile_worker._private_jobs ORDER BY id DESC LIMIT 8`
  expect(jobs.map(({ ids }) => ids.length)).toEqual(Array(8).fill(25))
  expect(new Set(jobs.flatMap(({ ids }) => ids))).toEqual(new Set(documentIds))
})
