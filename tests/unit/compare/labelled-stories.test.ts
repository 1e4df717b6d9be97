import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ArchiveComparison } from '#lib/compare/archive-comparison.ts'
import { ArticlePreparation } from '#lib/compare/article-preparation.ts'
import { publishedSpan } from '#lib/compare/published-span.ts'
import { bCubed } from '#tests/unit/compare/b-cubed.ts'

type Labelled = { id: string; story: string; publishedAt: string | null; title: string; text: string }

/**
 * Reports written for Mirqab, of invented events: Arabic first, some told in English and French too, with the neighbours
 * that are easily taken for them (the same place next week, the same people at another meeting, the next bulletin).
 */
const articles = readFileSync('tests/fixtures/stories/arabic-first.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Labelled)

test('stories of short reports in three languages: B-cubed F1 at least .93, precision at least .92', () => {
  const preparation = new ArticlePreparation()
  const comparison = new ArchiveComparison()
  for (const article of articles) comparison.add(preparation.prepare(article), publishedSpan(article.publishedAt), '')
  const found = comparison.place().map(({ story }, i) => story ?? i)
  const { precision, f1 } = bCubed(
    found,
    articles.map(({ story }) => story),
  )
  expect(precision).toBeGreaterThanOrEqual(0.92)
  expect(f1).toBeGreaterThanOrEqual(0.93)
})
