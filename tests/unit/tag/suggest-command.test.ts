import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'

const folder = mkdtempSync(path.join(tmpdir(), 'mirqab-suggest-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const jsonl = (rows: object[]) => `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`
function file(name: string, rows: object[]): string {
  const at = path.join(folder, name)
  writeFileSync(at, name.endsWith('.gz') ? gzipSync(jsonl(rows)) : jsonl(rows))
  return at
}

/** Runs the real command in a process of its own, with no database to be found. */
function suggest(...args: string[]) {
  const env = { ...process.env, DATABASE_URL: 'postgresql://nobody@localhost:1/none' }
  const run = spawnSync(process.execPath, ['lib/cli/mirqab.ts', 'suggest', ...args], { encoding: 'utf8', env })
  const rows = run.stdout.split('\n').filter(Boolean)
  return { ...run, rows: rows.map((line) => JSON.parse(line)) }
}

const SPORT = 'المباراة الهدف الفريق اللاعب المدرب الملعب'.split(' ')
const COURT = 'المحكمة القاضي المتهم الحكم النيابة المحامي'.split(' ')
const taught = Array.from({ length: 30 }, (_, n) => ({
  id: n,
  title: '',
  text: [0, 1, 3].map((i) => (n % 2 ? SPORT : COURT)[(n + i) % 6]).join(' أمس '),
  desk: n % 2 ? 'sport' : 'justice',
}))
const asked = [
  { id: 'x', title: 'قبل المباراة', text: 'المدرب واللاعب في الملعب' },
  { id: 7, text: 'القاضي والمتهم في المحكمة' },
]

describe('mirqab suggest', { timeout: 60_000 }, () => {
  test('learns the labels of a file and suggests them for another, with the words that weighed', () => {
    const { status, rows, stderr } = suggest(
      '--learn-from',
      file('taught.jsonl', taught),
      '--label',
      'desk',
      file('asked.jsonl', asked),
    )
    expect(stderr).toBe('')
    expect(status).toBe(0)
    expect(rows.map((row) => [row.id, row.suggestions[0].label])).toEqual([
      ['x', 'sport'],
      [7, 'justice'],
    ])
    const [first, second] = rows[0].suggestions
    expect(first.score).toBeGreaterThan(second.score)
    expect(first.score).toBeLessThanOrEqual(1)
    expect(first.because.articles).toBe(15)
    expect(first.because.words.map(({ word }: { word: string }) => word)).toContain('المدرب')
  })

  test('reads .gz, says how many lines taught nothing, and takes several labels of one article', () => {
    const rows = [...taught.map((row) => ({ ...row, desk: [row.desk, 'all'] })), { id: 'none', text: 'x', desk: null }]
    const run = suggest('--learn-from', file('lists.jsonl.gz', rows), '--label', 'desk', file('asked.jsonl.gz', asked))
    expect(run.status).toBe(0)
    expect(run.stderr).toContain('1 articles without "desk" taught nothing')
    expect(
      run.rows[0].suggestions
        .slice(0, 2)
        .map(({ label }: { label: string }) => label)
        .sort(),
    ).toEqual(['all', 'sport'])
  })

  test('the words of a label itself speak for it', () => {
    const words = [...taught.map((row) => ({ ...row, desk: row.desk === 'sport' ? 'رياضة' : 'قضاء' }))]
    const run = suggest(
      '--learn-from',
      file('arabic.jsonl', words),
      '--label',
      'desk',
      file('own.jsonl', [{ id: 1, title: 'أخبار الرياضة', text: 'كلمات لم يرها أحد من قبل' }]),
    )
    expect(run.rows[0].suggestions[0]).toMatchObject({ label: 'رياضة', because: { ofTheLabel: ['الرياضة'] } })
  })

  test('the same files give the same answer', () => {
    const args = ['--learn-from', file('taught.jsonl', taught), '--label', 'desk', file('asked.jsonl', asked)]
    expect(suggest(...args).stdout).toBe(suggest(...args).stdout)
  })

  test('a field that no article has, and a missing option, are said', () => {
    const from = file('taught.jsonl', taught)
    const wrong = suggest('--learn-from', from, '--label', 'topic', file('asked.jsonl', asked))
    expect(wrong.status).toBe(2)
    expect(wrong.stderr).toContain('has a label in "topic"')
    expect(suggest('--learn-from', from, file('asked.jsonl', asked))).toMatchObject({ status: 2, rows: [] })
  })
})
