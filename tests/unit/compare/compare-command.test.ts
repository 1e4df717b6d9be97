import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'

const folder = mkdtempSync(path.join(tmpdir(), 'mirqab-compare-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the real command in a process of its own. */
function compare(content: string | Buffer, name: string, ...options: string[]) {
  const file = path.join(folder, name)
  writeFileSync(file, content)
  const run = spawnSync(process.execPath, ['lib/cli/mirqab.ts', 'compare', ...options, file], { encoding: 'utf8' })
  return {
    ...run,
    rows: run.stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  }
}

const jsonl = (rows: object[]) => `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`

/** Articles that have nothing in common, each of some hundred words. */
const strangers = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    id: n,
    title: `t${n}x`,
    text: Array.from({ length: 120 }, (_, i) => `w${(n * 31 + i * i * 17 + n * i * 7) % 5003}`).join(' '),
    publishedAt: '2024-01-01',
  }))

describe('mirqab compare', () => {
  const report = strangers(1)[0]?.text ?? ''
  const rows = [
    { id: 'a', title: 'One', text: report, publishedAt: '2024-01-01', source: 'x' },
    { id: 'b', title: 'Other', text: 'an altogether different matter that nobody else wrote about' },
    { id: 'c', title: 'Two', text: report.replace('w0 ', 'edited '), publishedAt: '2024-01-02', source: 'y' },
  ]

  test('names the group and the story by their first article, null where an article is alone', () => {
    const { status, rows: printed } = compare(jsonl(rows), 'three.jsonl')
    expect(printed).toEqual([
      { id: 'a', duplicateGroup: 'a', story: 'a' },
      { id: 'b', duplicateGroup: null, story: null },
      { id: 'c', duplicateGroup: 'a', story: 'a' },
    ])
    expect(status).toBe(0)
  })

  test('reads .gz, and prints the pairs with their evidence', () => {
    const { rows: pairs } = compare(gzipSync(jsonl(rows)), 'three.jsonl.gz', '--pairs')
    expect(pairs).toHaveLength(1)
    expect(pairs[0]).toMatchObject({ a: 'a', b: 'c', kind: 'edited' })
    expect(pairs[0].passages[0].words).toBeGreaterThan(100)
  })

  test('leaves out a line that is no article, says which, and fails', () => {
    const { status, rows: printed, stderr } = compare(`${jsonl(rows)}{"title":\n[]\n`, 'broken.jsonl')
    expect(printed).toHaveLength(3)
    expect(stderr).toContain('line 4 was left out')
    expect(stderr).toContain('line 5 was left out: it has no "id"')
    expect(status).toBe(1)
  })

  test('keeps the order of a large file that several threads read', () => {
    const many = strangers(5000)
    const copies = many.slice(0, 50).map((row) => ({ ...row, id: `copy of ${row.id}` }))
    const { rows: printed } = compare(jsonl([...many, ...copies]), 'large.jsonl')
    expect(printed.map(({ id }) => id)).toEqual([...many, ...copies].map(({ id }) => id))
    expect(printed.slice(5000).map(({ duplicateGroup }) => `copy of ${duplicateGroup}`)).toEqual(
      copies.map(({ id }) => id),
    )
  }, 60_000)

  test('says how it is used where no file is given', () => {
    const run = spawnSync(process.execPath, ['lib/cli/mirqab.ts', 'compare'], { encoding: 'utf8' })
    expect(run.status).toBe(2)
    expect(run.stderr).toContain('compare takes one file')
  })
})

const seeds = path.resolve('../shared/seeds')
const gold = path.join(seeds, 'gold.json')

test.skipIf(!existsSync(gold))(
  'finds the four stories of the five real articles (skipped without ../shared/seeds)',
  () => {
    type Gold = { title: string; textBegins: string; textEnds: string; publishedAt: string | null }
    const { articles, sameStory, differentStories } = JSON.parse(readFileSync(gold, 'utf8')) as {
      articles: Record<string, Gold>
      sameStory: [string, string][]
      differentStories: string[]
    }
    const rows = Object.entries(articles).map(([id, { title, textBegins, textEnds, publishedAt }]) => {
      const whole = readFileSync(path.join(seeds, id), 'utf8')
      const text = whole.slice(whole.indexOf(textBegins), whole.lastIndexOf(textEnds) + textEnds.length)
      return { id, title, text, publishedAt }
    })
    const story = new Map<string, string>(
      compare(jsonl(rows), 'seeds.jsonl').rows.map((row) => [row.id, row.story ?? row.id]),
    )
    for (const [a, b] of sameStory) expect(story.get(a)).toBe(story.get(b))
    expect(new Set(differentStories.map((id) => story.get(id))).size).toBe(differentStories.length)
  },
)
