import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readText } from '#tests/unit/read/support.ts'

/**
 * Texts as scrapers leave them, written for these tests. Each line begins with what it is: `#` the headline, `+` the
 * article, `-` the site's, `@2024-05-06` the site's with the day of publication in it.
 */
const FOLDER = path.resolve('tests/fixtures/scraped')
const cases = readdirSync(FOLDER).map((file) => {
  const lines = readFileSync(path.join(FOLDER, file), 'utf8').trimEnd().split('\n')
  const marked = (mark: string) => lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(2))
  const day = lines.map((line) => /^@(\S+)/.exec(line)?.[1]).find(Boolean) ?? null
  const scraped = lines.map((line) => line.replace(/^(?:[#+-]|@\S+) /, '')).join('\n')
  return { name: file.replace('.txt', ''), scraped, title: marked('#')[0] ?? null, text: marked('+'), day }
})

describe('a scraped text keeps its article and nothing else', () => {
  test('in more than twenty ways of sites', () => expect(cases.length).toBeGreaterThan(20))

  test.each(cases)('$name', ({ scraped, title, text, day }) => {
    const article = readText(scraped, { receivedAt: '2026-11-20T09:00:00Z' })
    expect(article.text.split('\n\n')).toEqual(text)
    expect(article.title?.value ?? null).toBe(title)
    if (day) expect(article.publishedAt?.value.iso.slice(0, 10)).toBe(day)
  })
})
