import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { feedEntry } from '#lib/receive/formats/feed-entry.ts'
import { jsonFeedEntry } from '#lib/receive/formats/json-feed.ts'
import { charsetOf } from '#lib/text/charset-of.ts'
import { goCases, pythonCases } from '#tests/unit/receive/feed-expectations.ts'
import { opened } from '#tests/unit/receive/opened.ts'

const SUITES = path.resolve(import.meta.dirname, '../../../../shared/eval/feeds')
const isHere = existsSync(SUITES)
const filesIn = (folder: string): string[] =>
  isHere
    ? readdirSync(path.join(SUITES, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(?:xml|json|opml|rdf|rss|atom)$/.test(name) && !/index|expected/.test(name))
        .map((name) => path.join(SUITES, folder, name))
    : []
const textOfFile = (file: string): string => {
  const bytes = readFileSync(file)
  return new TextDecoder(charsetOf(bytes, undefined).charset).decode(bytes)
}

describe.skipIf(!isHere)('feeds collected by other parsers (skipped: ../shared/eval/feeds is not here)', () => {
  test.each(['gofeed/testdata', 'feedparser/tests', 'opml'])(
    'every file of %s ends within two seconds',
    async (folder) => {
      for (const file of filesIn(folder)) {
        const started = performance.now()
        const items = await opened(path.basename(file), { path: file })
        expect(items.length, file).toBeGreaterThan(0)
        expect(performance.now() - started, file).toBeLessThan(2000)
      }
    },
    300_000,
  )

  test('lists of feeds are refused with a sentence that says so, never taken for articles', async () => {
    for (const file of filesIn('opml/opml')) {
      const items = await opened(path.basename(file), { path: file })
      expect(items, file).toHaveLength(1)
      expect(items[0], file).toMatchObject({ problem: { key: expect.stringMatching(/^(?:opml|xml-syntax|feed-)/) } })
    }
  })

  test.each([
    ['gofeed', goCases],
    ['feedparser', pythonCases],
  ] as const)(
    'of the cases of %s on title, link, date, id, content or author at least 97 in 100 agree',
    (name, casesOf) => {
      const cases = casesOf(path.join(SUITES, name))
      const wrong: string[] = []
      for (const { file, base, agrees } of cases) {
        const text = textOfFile(file)
        const said = file.endsWith('.json') ? jsonFeedEntry(text) : feedEntry(text, base)
        const differences = agrees(said)
        if (differences.length > 0) wrong.push(`${path.relative(SUITES, file)}: ${differences.join('; ')}`)
      }
      const share = 1 - wrong.length / cases.length
      console.info(`${name}: ${cases.length - wrong.length} of ${cases.length} agree (${(share * 100).toFixed(1)} %)`)
      if (process.env.SHOW) console.info(wrong.join('\n'))
      expect(cases.length).toBeGreaterThan(200)
      expect(share).toBeGreaterThanOrEqual(0.97)
    },
    60_000,
  )
})
