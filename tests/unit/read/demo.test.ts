import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadVocabulary } from '#lib/read/load-vocabulary.ts'
import { read } from '#lib/read/read.ts'

type Expected = {
  title: string | null
  language: string
  publishedAt: string | null
  agency: string | null
  textBegins: string
  textEnds: string
  mustNotContain: string[]
}
const { articles } = JSON.parse(readFileSync('seeds/demo/expected.json', 'utf8')) as {
  articles: Record<string, Expected>
}
const files = Object.entries(articles)
  .map(([key, expected]) => [key.split('#')[0] as string, expected] as const)
  .filter(([file]) => /\.(?:txt|html)$/.test(file))
const squash = (text: string) => text.replace(/\s+/g, ' ').trim()

describe('the demo deliveries', () => {
  const vocabulary = loadVocabulary('.', { demo: true })
  test.each(files)('%s is read as intended', (file, expected) => {
    const mediaType = file.endsWith('.html') ? 'text/html' : 'text/plain'
    const article = read({ bytes: readFileSync(`seeds/demo/${file}`), mediaType }, vocabulary)
    expect(article.title?.value ?? null).toBe(expected.title)
    expect(squash(article.text).startsWith(squash(expected.textBegins))).toBe(true)
    expect(squash(article.text).endsWith(squash(expected.textEnds))).toBe(true)
    for (const furniture of expected.mustNotContain) expect(article.text).not.toContain(furniture)
    expect(article.language.value).toBe(expected.language)
    expect(article.agency?.value ?? null).toBe(expected.agency)
  })

  test('at least 57 of 58 articles get their date, and none gets a wrong one', () => {
    const wrong: string[] = []
    let right = 0
    for (const [file, { publishedAt }] of files) {
      const article = read(
        { bytes: readFileSync(`seeds/demo/${file}`), mediaType: file.endsWith('.html') ? 'text/html' : 'text/plain' },
        vocabulary,
      )
      const got = article.publishedAt?.value.iso ?? null
      if (publishedAt === null ? got === null : got?.startsWith(publishedAt)) right++
      else if (got !== null) wrong.push(`${file}: ${got}`)
    }
    expect(wrong).toEqual([])
    expect(right).toBeGreaterThanOrEqual(files.length - 1)
  })
})
