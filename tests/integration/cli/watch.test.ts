// Before anything of lib: it names the database.
import '#tests/support/database.ts'

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { batchReport } from '#lib/batches/batch-report.ts'
import { undoBatch } from '#lib/batches/undo-batch.ts'
import { inSweep } from '#lib/cli/watch/in-sweep.ts'
import { seenFiles } from '#lib/cli/watch/seen-files.ts'
import { takeFiles } from '#lib/cli/watch/take-files.ts'
import { sweep } from '#lib/cli/watch/watch-folder.ts'
import { systemContext } from '#tests/support/context.ts'
import { databaseUrl } from '#tests/support/database.ts'
import { readAll } from '#tests/support/deliver.ts'

const ctx = systemContext()
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'mirqab-watch-'))
})
afterEach(() => rm(folder, { recursive: true }))

const text = (who: string) =>
  `${who} يعلن موعد الأشغال\n\nقال ${who} إن الأشغال تنطلق الأسبوع المقبل في المدينة، وإن الميزانية بلغت مليار دينار.\n`
const put = async (name: string, bytes: string) => {
  await mkdir(path.dirname(path.join(folder, name)), { recursive: true })
  await writeFile(path.join(folder, name), bytes)
}
const take = async () => sweep(ctx, folder, await seenFiles(folder))
/** Those of this test: a sweep names its batch after the folder. */
const ofThisFolder = () => ({ name: { startsWith: path.basename(folder) } })
const batches = () =>
  ctx.db.batch.findMany({
    where: ofThisFolder(),
    orderBy: { id: 'asc' },
    include: { files: { orderBy: { path: 'asc' } } },
  })
const taken = async () =>
  (await readdir(path.join(folder, '.taken'), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort()

test('what lies in the folder becomes one batch, and is moved away once it is ours', async () => {
  await put('أول.txt', text('رئيس البلدية'))
  await put('موقع/ثان.txt', text('والي سطيف'))
  await take()
  const [batch, ...more] = await batches()
  expect(more).toEqual([])
  expect(batch).toMatchObject({
    origin: 'folder',
    state: 'reading',
    name: expect.stringContaining(path.basename(folder)),
  })
  expect(batch?.files.map((file) => file.path)).toEqual(['أول.txt', 'موقع/ثان.txt'])
  expect(await seenFiles(folder)).toEqual([])
  expect(await taken()).toEqual(['أول.txt', 'ثان.txt'].sort())
  await readAll(ctx, batch?.id ?? '')
  expect(await batchReport(ctx, batch?.id ?? '')).toMatchObject({ read: 2, state: 'done' })
})

test('killed between the commit and the move, the next sweep takes nothing twice and moves the file', async () => {
  await put('a.txt', text('مدير الميناء'))
  await takeFiles(ctx, await seenFiles(folder), path.basename(folder))
  // The kill: committed, and still in the folder. Beside it, a new one.
  await put('b.txt', text('مدير الصحة'))
  await take()
  const files = (await batches()).map((batch) => batch.files.map((file) => file.path))
  expect(files).toEqual([['a.txt'], ['b.txt']])
  expect(await taken()).toEqual(['a.txt', 'b.txt'])
})

test('killed before the commit, the half batch goes and everything is taken by the next sweep', async () => {
  await put('a.txt', text('مدير الغابات'))
  const half = await ctx.db.batch.create({
    data: { name: path.basename(folder), origin: 'folder', state: 'receiving' },
  })
  await ctx.db.batchFile.create({ data: { batchId: half.id, path: 'a.txt', state: 'waiting' } })
  await take()
  expect(await batches()).toMatchObject([{ state: 'reading', files: [{ path: 'a.txt', sha256: expect.anything() }] }])
})

test('another text under a name that was taken before is taken as well; the same one again only if it was undone', async () => {
  await put('latest.txt', text('مدير الري'))
  await take()
  await put('latest.txt', text('مدير النقل'))
  await take()
  await put('latest.txt', text('مدير الري'))
  await take()
  const [first, second, ...more] = await batches()
  expect(more).toEqual([])
  await readAll(ctx, first?.id ?? '', second?.id ?? '')
  await undoBatch(ctx, { batchId: first?.id ?? '' })
  await put('latest.txt', text('مدير الري'))
  await take()
  expect(await batches()).toHaveLength(3)
})

test('a file that is too large to be kept stands in the report with its reason', async () => {
  await put('huge.zip', '')
  await truncate(path.join(folder, 'huge.zip'), 2 ** 30 + 1)
  await take()
  const [batch] = await batches()
  expect(batch).toMatchObject({ state: 'done', files: [{ state: 'failed', problem: { key: 'too-large' } }] })
  expect(await taken()).toEqual(['huge.zip'])
})

test('a file that became a link after it was seen is refused, the others are taken', async () => {
  await put('a.txt', text('مدير المسرح'))
  await put('z.txt', text('مدير السينما'))
  const files = await seenFiles(folder)
  await rm(path.join(folder, 'a.txt'))
  await symlink('/etc/passwd', path.join(folder, 'a.txt'))
  await sweep(ctx, folder, files)
  const [batch] = await batches()
  expect(batch?.files).toMatchObject([
    { path: 'a.txt', state: 'failed', problem: { key: 'file-denied', code: 'ELOOP' } },
    { path: 'z.txt', state: 'waiting' },
  ])
})

test('while one sweeps, another leaves the folder alone', async () => {
  await put('a.txt', text('مدير السد'))
  await inSweep(async () => {
    await take()
    expect(await seenFiles(folder)).toHaveLength(1)
  })
  await take()
  expect(await seenFiles(folder)).toEqual([])
})

test('mirqab watch, killed at random and started again, takes each file exactly once', async () => {
  const names = Array.from({ length: 40 }, (_, i) => `خبر-${String(i).padStart(2, '0')}.txt`)
  let child = watching()
  for (const [i, name] of names.entries()) {
    await put(name, text(`مسؤول رقم ${i}`))
    if (i % 10 === 9) {
      await setTimeout(2000 + Math.random() * 2500)
      await killed(child)
      child = watching()
    }
  }
  await expect.poll(() => seenFiles(folder), { timeout: 100_000, interval: 200 }).toEqual([])
  child.kill('SIGTERM')
  expect((await taken()).sort()).toEqual([...names].sort())
  const files = await ctx.db.batchFile.findMany({
    where: { batch: { ...ofThisFolder(), state: 'reading' } },
    select: { path: true },
  })
  expect(files.map((file) => file.path).sort()).toEqual([...names].sort())
}, 150_000)

function watching(): ChildProcess {
  const mirqab = path.resolve(import.meta.dirname, '../../../lib/cli/mirqab.ts')
  return spawn(process.execPath, [mirqab, 'watch', folder], {
    env: { ...process.env, DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent' },
    stdio: 'ignore',
  })
}

async function killed(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}
