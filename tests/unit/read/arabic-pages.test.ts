import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { loadVocabulary } from '#lib/read/load-vocabulary.ts'
import { read } from '#lib/read/read.ts'

const folder = path.resolve('../shared/eval/extraction/arabic_pages')
const isThere = existsSync(path.join(folder, 'pages.jsonl.gz'))
type Page = {
  id: string
  html: string
  lang: string
  labels: { date?: string; title?: string; with?: string[]; without?: string[]; expected_text?: string }
  publisher_metadata: Record<string, string | null>
}
const pages: Page[] = isThere
  ? gunzipSync(readFileSync(path.join(folder, 'pages.jsonl.gz')))
      .toString()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
  : []
const squash = (text: string) => text.replace(/\s+/g, ' ').trim()
const words = (text: string) => new Set(squash(text).split(' '))

describe.skipIf(!isThere)('labelled Arabic and Persian pages (skipped where ../shared/eval is not there)', () => {
  const vocabulary = loadVocabulary('.')
  test.each(pages.map((page) => [page.id, page] as const))(
    '%s is read right',
    (_, { html, lang, labels, publisher_metadata: meta }) => {
      const article = read(
        { bytes: gunzipSync(readFileSync(path.join(folder, html))), mediaType: 'text/html' },
        vocabulary,
      )
      expect(article.language.value).toBe(lang)
      if (labels.date) expect(article.publishedAt?.value.iso.slice(0, 10)).toBe(labels.date)
      expect(squash(article.title?.value ?? '')).toBe(squash(labels.title ?? meta['og:title'] ?? ''))
      for (const segment of labels.with ?? []) expect(squash(article.text)).toContain(squash(segment))
      for (const segment of labels.without ?? []) expect(squash(article.text)).not.toContain(squash(segment))
      if (labels.expected_text) {
        const wanted = words(labels.expected_text)
        const got = words(article.text)
        expect([...wanted].filter((word) => got.has(word)).length / wanted.size).toBeGreaterThan(0.95)
        expect([...got].filter((word) => wanted.has(word)).length / got.size).toBeGreaterThan(0.95)
      }
    },
  )
})
