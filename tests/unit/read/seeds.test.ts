import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadVocabulary } from '#lib/read/load-vocabulary.ts'
import { read } from '#lib/read/read.ts'

const folder = path.resolve('../shared/seeds')
const isThere = existsSync(path.join(folder, 'gold.json'))

type Gold = {
  title: string
  flags: string[]
  textBegins: string
  textEnds: string
  mustNotContain: string[]
  publishedAt: string | null
  source: string | null
  agency: string | null
  language: string
  byline?: string
  origin?: string
  pageDate?: string
}
const gold: Record<string, Gold> = isThere
  ? JSON.parse(readFileSync(path.join(folder, 'gold.json'), 'utf8')).articles
  : {}
const squash = (text: string) =>
  text
    .replace(/[\u0640\u064b-\u0652]/g, '')
    .replace(/[أإآ]/g, 'ا')
    .replace(/\s+/g, ' ')
    .trim()

describe.skipIf(!isThere)('the five real articles (skipped where ../shared/seeds is not there)', () => {
  const vocabulary = loadVocabulary('.')
  test.each(Object.entries(gold))('%s gives what a careful reader takes from it', (name, expected) => {
    const article = read({ bytes: readFileSync(path.join(folder, name)), mediaType: 'text/plain' }, vocabulary)
    expect(squash(article.title?.value ?? '')).toBe(squash(expected.title))
    expect(squash(article.text).startsWith(squash(expected.textBegins))).toBe(true)
    expect(squash(article.text).slice(-200)).toContain(squash(expected.textEnds))
    for (const furniture of expected.mustNotContain) expect(article.text).not.toContain(furniture)
    expect(article.publishedAt?.value.iso.slice(0, expected.publishedAt?.length) ?? null).toBe(expected.publishedAt)
    expect(squash(article.source?.value ?? '')).toBe(squash(expected.source ?? ''))
    expect(article.agency?.value ?? null).toBe(expected.agency)
    expect(article.language.value).toBe(expected.language)
    if (expected.byline) expect(article.byline?.value).toBe(expected.byline)
    if (expected.origin) expect(article.origin?.value).toBe(expected.origin)
    if (expected.pageDate) expect(article.pageDate?.value).toBe(expected.pageDate)
    expect(article.flags.map((flag) => flag.kind)).toEqual(expect.arrayContaining(expected.flags))
  })
})
