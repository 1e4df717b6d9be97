import { execFile } from 'node:child_process'
import { expect, test } from 'vitest'

const mirqab = (...args: string[]) =>
  new Promise<{ code: number; said: string }>((resolve) => {
    execFile(process.execPath, ['lib/cli/mirqab.ts', ...args], (error, _stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, said: stderr }),
    )
  })

test.each([
  [['bogus'], 'mirqab --help'],
  [['read'], 'mirqab read --help'],
  [['compare', '--bogus'], 'mirqab compare --help'],
  [['db', 'bogus'], 'mirqab db --help'],
  [['user', 'add'], 'mirqab user --help'],
])('%j is refused with 2 and shown the help that is meant', async (args, help) => {
  const { code, said } = await mirqab(...args)
  expect(code).toBe(2)
  expect(said).toContain(`${help} shows how it is used.`)
})

test.each(['read', 'compare'])('mirqab %s says in words that a file is not there', async (command) => {
  const { code, said } = await mirqab(command, '/nowhere/articles.jsonl')
  expect(code).toBe(1)
  expect(said).toBe('mirqab: there is no /nowhere/articles.jsonl\n')
})
