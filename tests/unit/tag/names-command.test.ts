import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'

/** Runs the real command in a process of its own, with no database to be found. */
function names(rows: object[], ...options: string[]) {
  const env = { ...process.env, DATABASE_URL: 'postgresql://nobody@localhost:1/none' }
  const input = rows.map((row) => JSON.stringify(row)).join('\n')
  const run = spawnSync(process.execPath, ['lib/cli/mirqab.ts', 'names', ...options, '-'], {
    encoding: 'utf8',
    env,
    input,
  })
  const lines = run.stdout.split('\n').filter(Boolean)
  return { ...run, lines: lines.map((line) => JSON.parse(line)) }
}

describe('mirqab names', { timeout: 60_000 }, () => {
  test('prints the names of each article with field, place and reasons', () => {
    const title = 'غوساماتي في باماكو'
    const text = 'وصل وزير الدفاع إدريس غوساماتي إلى باماكو'
    const { status, lines } = names([{ id: 7, title, text }, { id: 'empty' }])
    expect(status).toBe(0)
    expect(lines[0].id).toBe(7)
    expect(
      lines[0].names.map((n: { kind: string; quote: string; field: string }) => [n.kind, n.quote, n.field]),
    ).toEqual([
      ['person', 'غوساماتي', 'title'],
      ['place', 'باماكو', 'title'],
      ['person', 'إدريس غوساماتي', 'text'],
      ['place', 'باماكو', 'text'],
    ])
    const [, , person] = lines[0].names
    expect(text.slice(person.start, person.end)).toBe('إدريس غوساماتي')
    expect(person.because).toContain('office')
    expect(lines[1]).toEqual({ id: 'empty', names: [] })
  })

  test('scores itself against labelled words', () => {
    const { lines } = names([{ tokens: ['زار', 'بيروت', 'وبغداد'], tags: ['O', 'B-LOC', 'B-LOC'] }], '--score')
    expect(lines.find(({ kind }) => kind === 'all')).toMatchObject({ f1: 1, right: 2, wrong: 0, missed: 0 })
  })

  test('says what is wrong with a file it cannot score', () => {
    const { status, stderr } = names([{ text: 'بيروت' }], '--score')
    expect(status).toBe(2)
    expect(stderr).toContain('without tokens')
  })
})
