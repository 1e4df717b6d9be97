import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { opened } from '#tests/unit/receive/opened.ts'

/** A folder a format, its files beside what they must become. A file from the field goes in here first, seen failing. */
const FOLDER = path.resolve(import.meta.dirname, '../../fixtures/receive')

for (const format of readdirSync(FOLDER)) {
  const expected = JSON.parse(readFileSync(path.join(FOLDER, format, 'expected.json'), 'utf8')) as Record<
    string,
    object[]
  >
  describe(`${format}: every file becomes the documents it holds, and every trouble is told with its line`, () => {
    test.each(Object.keys(expected))('%s', async (name) => {
      const items = await opened(name, { path: path.join(FOLDER, format, name) })
      expect(items).toHaveLength(expected[name]?.length ?? 0)
      expect(items).toMatchObject(expected[name] ?? [])
    })
  })
}
