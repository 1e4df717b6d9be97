import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { titleMismatchFlag } from '#lib/read/title-mismatch.ts'

const file = '../shared/eval/duplicates/articles.jsonl.gz'
const isThere = existsSync(file)

describe.skipIf(!isThere)('headlines of real articles (skipped where ../shared/eval is not there)', () => {
  const articles: { title: string; text: string }[] = isThere
    ? gunzipSync(readFileSync(file))
        .toString()
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
        .filter((row) => row.title && row.text)
    : []
  const sample = articles.filter((_, i) => i % 5 === 0)

  test('fewer than one sound headline in 200 is doubted', () => {
    const doubted = sample.filter(({ title, text }) => titleMismatchFlag(title, text, []))
    expect(doubted.length / sample.length).toBeLessThan(1 / 200)
  })
  test('at least two in three headlines of other articles are noticed', () => {
    const noticed = sample.filter(({ text }, i) =>
      titleMismatchFlag(sample[(i * 37 + 11) % sample.length]?.title ?? '', text, []),
    )
    expect(noticed.length / sample.length).toBeGreaterThan(2 / 3)
  })
})
