import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { CompareThreads } from '#lib/cli/compare-threads.ts'
import { ArchiveComparison } from '#lib/compare/archive-comparison.ts'
import { ArchivePlacing, type Placement } from '#lib/compare/archive-placing.ts'
import { floatsAt, intsAt, packNumbers, uintsAt } from '#lib/compare/packed-numbers.ts'
import { prepareArticle } from '#lib/compare/prepare-article.ts'
import { publishedSpan } from '#lib/compare/published-span.ts'
import { generateArticles } from '#tests/support/generate-articles.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'mirqab-threads-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Enough for several chunks of the file. */
const articles = [...generateArticles(1200)]
const file = path.join(folder, 'archive.jsonl')
writeFileSync(file, articles.map((article) => `${JSON.stringify(article)}\n`).join(''))

async function placedBy(helpers: number): Promise<Placement[]> {
  const threads = new CompareThreads(file, helpers)
  const archive = new ArchivePlacing()
  const read: { chunk: number; row: number }[] = []
  try {
    for await (const { number, lines } of threads.read(false)) {
      lines.forEach((line, row) => {
        archive.add(line)
        read.push({ chunk: number, row })
      })
    }
    expect(new Set(read.map(({ chunk }) => chunk)).size).toBeGreaterThan(2)
    const toPlace = archive.toPlace().map((article) => read[article] as (typeof read)[number])
    for await (const vector of threads.vectors(toPlace)) archive.placeNext(vector)
    return archive.placements()
  } finally {
    await threads.stop()
  }
}

describe('an archive that is compared in threads', () => {
  const comparison = new ArchiveComparison()
  for (const { source, publishedAt, ...article } of articles)
    comparison.add(prepareArticle(article), publishedSpan(publishedAt), source)
  const placed = comparison.place()

  test.each([0, 1, 3])(
    'has the groups and stories that one thread finds, with %d helpers',
    async (helpers) => {
      expect(await placedBy(helpers)).toEqual(placed)
      expect(placed.filter(({ story }) => story !== null).length).toBeGreaterThan(100)
    },
    60_000,
  )
})

test('numbers of every kind come out of a packed piece as they went in', () => {
  const packed = packNumbers([
    Int32Array.of(-1, 2 ** 31 - 1),
    new Uint32Array(),
    Uint32Array.of(2 ** 32 - 1),
    Float32Array.of(0.1, -Infinity),
  ])
  expect(intsAt(packed, 0)).toEqual(Int32Array.of(-1, 2 ** 31 - 1))
  expect(uintsAt(packed, 1)).toEqual(new Uint32Array())
  expect(uintsAt(packed, 2)).toEqual(Uint32Array.of(2 ** 32 - 1))
  expect(floatsAt(packed, 3)).toEqual(Float32Array.of(0.1, -Infinity))
})
