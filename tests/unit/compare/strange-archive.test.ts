import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ArchiveComparison } from '#lib/compare/archive-comparison.ts'
import { prepareArticle } from '#lib/compare/prepare-article.ts'
import { publishedSpan } from '#lib/compare/published-span.ts'
import { loadVocabulary } from '#lib/read/load-vocabulary.ts'
import { read } from '#lib/read/read.ts'
import { fileOnDisk } from '#lib/receive/delivered-file.ts'
import { openFile } from '#lib/receive/open-file.ts'
import { PAYLOADS } from '#tests/fixtures/hostile/payloads.ts'
import { aSoundText } from '#tests/support/hostile-files.ts'
import { bCubed } from '#tests/unit/compare/b-cubed.ts'

/** An archive of strange texts alone: what stands in it says nothing of how common a word of news is. */
function strangeArchive(texts: number): ArchiveComparison {
  const archive = new ArchiveComparison()
  for (let i = 0; i < texts; i++) {
    const payload = PAYLOADS[i % PAYLOADS.length] as string
    const text = i % 2 ? `${payload} ${i.toString(36)}` : `${payload}\n\n${aSoundText(i)}\n\n${payload}`
    archive.add(prepareArticle({ title: `${payload} ${i}`, text }), publishedSpan('2026-11-12'), 'strange')
  }
  return archive
}

test.each([300, 1000])(
  'our labelled stories stay what they are beside %i strange texts',
  (strange) => {
    const articles = ['arabic-first', 'arabic-second'].flatMap((name) =>
      readFileSync(`tests/fixtures/stories/${name}.jsonl`, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { story: string; publishedAt: string | null; title: string; text: string }),
    )
    const archive = strangeArchive(strange)
    for (const article of articles) archive.add(prepareArticle(article), publishedSpan(article.publishedAt), '')
    const found = archive.place().slice(strange)
    const { precision, f1 } = bCubed(
      found.map(({ story }, i) => story ?? -1 - i),
      articles.map(({ story }) => story),
    )
    expect(precision).toBeGreaterThanOrEqual(0.95)
    expect(f1).toBeGreaterThanOrEqual(0.95)
  },
  60_000,
)

const SEEDS = path.resolve('../shared/seeds')
const gold = path.join(SEEDS, 'gold.json')

test.skipIf(!existsSync(gold)).each([0, 300, 1000])(
  'five real articles are their four stories beside %i strange texts (needs ../shared/seeds)',
  async (strange) => {
    const { sameStory, differentStories } = JSON.parse(readFileSync(gold, 'utf8')) as Record<string, string[][]>
    const vocabulary = loadVocabulary('.', { demo: true })
    const archive = strangeArchive(strange)
    const names = readdirSync(SEEDS).filter((name) => name.endsWith('.txt'))
    for (const name of names) {
      for await (const item of openFile(await fileOnDisk(name, path.join(SEEDS, name)), tmpdir())) {
        if ('problem' in item) throw new Error(`${name}: ${item.problem.key}`)
        const { title, text, publishedAt, source, flags } = read(item, vocabulary)
        const isStray = flags.some(({ kind }) => kind === 'title-mismatch')
        const prepared = prepareArticle({ title: isStray ? null : (title?.value ?? null), text })
        archive.add(prepared, publishedSpan(publishedAt?.value.iso), source?.value ?? '')
      }
    }
    const stories = archive.place().slice(strange)
    const storyOf = (name: string) => stories[names.indexOf(name)]?.story ?? name
    for (const together of sameStory ?? []) expect(new Set(together.map(storyOf)).size).toBe(1)
    expect(new Set((differentStories as unknown as string[]).map(storyOf)).size).toBe(differentStories?.length)
  },
  60_000,
)
