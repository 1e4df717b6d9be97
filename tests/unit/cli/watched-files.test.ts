import { mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { seenFile, seenFiles } from '#lib/cli/watch/seen-files.ts'
import { setAside } from '#lib/cli/watch/set-aside.ts'
import { steadyFiles } from '#lib/cli/watch/steady-files.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'mirqab-watch-'))
})
afterEach(() => rm(folder, { recursive: true }))

const put = async (name: string, text = 'نص') => {
  await mkdir(path.dirname(path.join(folder, name)), { recursive: true })
  await writeFile(path.join(folder, name), text)
}
const seen = async (name: string) => {
  const file = await seenFile(folder, name)
  if (!file) throw new Error(`there is no ${name}`)
  return file
}
const names = async () => (await seenFiles(folder)).map(({ relative }) => relative)

test('files are found in their order, in folders too, but for what is hidden or unfinished', async () => {
  for (const name of [
    'ب.html',
    'أ.html',
    'موقع/2026/11/خبر.txt',
    '.hidden',
    'x.part',
    'y.tmp',
    'z.CRDOWNLOAD',
    '.taken/2026/a.txt',
  ])
    await put(name)
  expect(await names()).toEqual(['أ.html', 'ب.html', 'موقع/2026/11/خبر.txt'])
})

test('links are not followed, to files or to folders', async () => {
  await put('real.txt')
  await symlink('/etc/passwd', path.join(folder, 'link.txt'))
  await symlink('/etc', path.join(folder, 'linked'))
  expect(await names()).toEqual(['real.txt'])
})

test('folders in folders without end are left after the eighth', async () => {
  await put(`${'a/'.repeat(8)}in.txt`)
  await put(`${'a/'.repeat(9)}too-deep.txt`)
  expect(await names()).toEqual([`${'a/'.repeat(8)}in.txt`])
})

test('a file is whole when it has stood still for two seconds, not before', async () => {
  const steady = steadyFiles()
  await put('a.txt', 'half')
  expect(steady(await seenFiles(folder), 0)).toEqual([])
  expect(steady(await seenFiles(folder), 1900)).toEqual([])
  await put('a.txt', 'half and half')
  expect(steady(await seenFiles(folder), 2000)).toEqual([])
  expect(steady(await seenFiles(folder), 3900)).toEqual([])
  expect(steady(await seenFiles(folder), 4000)).toMatchObject([{ relative: 'a.txt' }])
})

test('a file written over with as many bytes begins its two seconds anew', async () => {
  const steady = steadyFiles()
  await put('a.txt', 'one')
  steady(await seenFiles(folder), 0)
  await utimes(path.join(folder, 'a.txt'), 1, 1)
  expect(steady(await seenFiles(folder), 2500)).toEqual([])
})

test('what was taken is set aside under its own path, with a number where there is one already', async () => {
  for (const text of ['first', 'second', 'third']) {
    await put('موقع/خبر.html', text)
    await setAside(folder, await seen('موقع/خبر.html'), '2026-11-21')
  }
  const aside = path.join(folder, '.taken/2026-11-21/موقع')
  expect((await readdir(aside)).sort()).toEqual(['خبر (2).html', 'خبر (3).html', 'خبر.html'])
  expect(await readFile(path.join(aside, 'خبر (2).html'), 'utf8')).toBe('second')
  expect(await names()).toEqual([])
})

test('what was written over a file after it was taken goes back to be taken too', async () => {
  await put('a.txt', 'taken')
  const taken = await seen('a.txt')
  await put('a.txt', 'newer than what was taken')
  await setAside(folder, taken, '2026-11-21')
  expect(await readFile(path.join(folder, 'a.txt'), 'utf8')).toBe('newer than what was taken')
})
