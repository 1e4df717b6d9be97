import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { ArchiveComparison } from '#lib/compare/archive-comparison.ts'
import type { Placement } from '#lib/compare/archive-placing.ts'
import { prepareArticle } from '#lib/compare/prepare-article.ts'
import { publishedSpan } from '#lib/compare/published-span.ts'
import { loadVocabulary } from '#lib/read/load-vocabulary.ts'
import { read } from '#lib/read/read.ts'
import { fileOnDisk } from '#lib/receive/delivered-file.ts'
import { openFile } from '#lib/receive/open-file.ts'
import { demoStories, demoTruth as expected, sortedSets } from '#tests/support/demo-truth.ts'

const folder = 'seeds/demo'
const placed = new Map<string, Placement & { own: number }>()

/** Opens, reads and compares the demo as the product does, in memory. */
beforeAll(async () => {
  const vocabulary = loadVocabulary('.', { demo: true })
  const comparison = new ArchiveComparison()
  const ids: string[] = []
  for (const name of new Set(Object.keys(expected.articles).map((key) => key.slice(0, key.indexOf('#'))))) {
    const file = await fileOnDisk(name, path.join(folder, name))
    for await (const item of openFile(file, tmpdir())) {
      if ('problem' in item) throw new Error(`${item.path}: ${item.problem.key}`)
      const article = read(item, vocabulary)
      const strayTitle = article.flags.some((flag) => flag.kind === 'title-mismatch')
      const title = strayTitle ? null : (article.title?.value ?? null)
      ids.push(`${item.path}#${item.index}`)
      comparison.add(
        prepareArticle({ title, text: article.text }),
        publishedSpan(article.publishedAt?.value.iso),
        article.source?.value ?? '',
      )
    }
  }
  for (const [own, place] of comparison.place().entries()) placed.set(ids[own] as string, { ...place, own })
})

const storyOf = (id: string) => placed.get(id)?.story ?? placed.get(id)?.own

describe('the demo deliveries', () => {
  test('give exactly the stories that are meant, but for two texts that are left to editors', () => {
    expect(sortedSets(Map.groupBy(placed.keys(), storyOf).values())).toEqual(demoStories())
  })

  test('give exactly the duplicate groups that are meant', () => {
    const groups = new Map<number, string[]>()
    for (const [id, { duplicateGroup }] of placed) {
      if (duplicateGroup !== null) groups.set(duplicateGroup, [...(groups.get(duplicateGroup) ?? []), id].sort())
    }
    expect(sortedSets(groups.values())).toEqual(sortedSets(expected.duplicateGroups))
  })

  test.each(expected.differentStories)('keep %s and %s apart', (a, b) => {
    expect(storyOf(a)).not.toBe(storyOf(b))
  })

  test.each(expected.notDuplicates)('do not take %s for a copy of %s', (a, b) => {
    const [one, other] = [placed.get(a)?.duplicateGroup, placed.get(b)?.duplicateGroup]
    expect(one === null || one !== other).toBe(true)
  })
})
