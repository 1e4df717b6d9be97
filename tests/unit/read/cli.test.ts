import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BRIDGE, BRIDGE_TITLE } from '#tests/unit/read/support.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mirqab-read-'))
  await writeFile(path.join(folder, 'b.txt'), `${BRIDGE_TITLE}\n12 مايو 2024\n${BRIDGE}`)
  await writeFile(path.join(folder, 'a.html'), `<h1>${BRIDGE_TITLE}</h1><p>${BRIDGE}</p>`)
  await writeFile(path.join(folder, 'empty.txt'), '')
})
afterAll(() => rm(folder, { recursive: true }))

type Line = { file: string; index: number; title?: string; publishedAt?: string | null; error?: { key: string } }
const mirqab = (...args: string[]) =>
  new Promise<{ code: number; lines: Line[] }>((resolve) => {
    execFile(process.execPath, ['lib/cli/mirqab.ts', 'read', ...args], (error, stdout) =>
      resolve({
        code: error ? Number(error.code) : 0,
        lines: stdout
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line)),
      }),
    )
  })

describe('mirqab read', () => {
  test('reads a folder in order, and one bad file neither stops nor fails it', async () => {
    const { code, lines } = await mirqab(folder)
    expect(code).toBe(0)
    expect(lines.map((line) => path.basename(line.file))).toEqual(['a.html', 'b.txt', 'empty.txt'])
    expect(lines[1]).toMatchObject({ index: 0, title: BRIDGE_TITLE, publishedAt: '2024-05-12' })
    expect(lines[2]?.error).toMatchObject({ key: 'empty' })
  })
  test('fails where not one file could be read, and says it was used wrongly without a file', async () => {
    expect((await mirqab(path.join(folder, 'empty.txt'))).code).toBe(1)
    expect((await mirqab()).code).toBe(2)
  })
})
