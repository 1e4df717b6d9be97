import { expect, test } from 'vitest'
import { type DifferenceRun, differenceRuns } from '#components/article/difference-runs.ts'
import { wordDifference } from '#lib/compare/word-difference.ts'

const shown = (a: string, b: string) =>
  differenceRuns(a, b, wordDifference(a, b)).map((run: DifferenceRun) => {
    const text = run.cut ? '…' : run.parts.map((part) => (part.mark ? `<${part.text}>` : part.text)).join('')
    return `${run.op}: ${text}`
  })

test('a changed number stands out, with the words around it and their punctuation', () => {
  expect(shown('قُتل 15 شخصا، وأصيب آخرون.', 'قُتل 23 شخصا، وأصيب آخرون.')).toEqual([
    'same: قُتل',
    'delete: <15>',
    'insert: <23>',
    'same: شخصا، وأصيب آخرون',
  ])
})

test('a negation that came in stands out', () => {
  expect(shown('وافقت الحكومة على الاتفاق', 'لم وافقت الحكومة على الاتفاق')[0]).toBe('insert: <لم>')
})

test('long unchanged stretches are cut to what stands around the change', () => {
  const long = Array.from({ length: 60 }, (_, i) => `كلمة${String.fromCharCode(0x0627 + (i % 20))}${i}`).join(' ')
  const runs = shown(`${long} أول ${long}`, `${long} ثان ${long}`)
  expect(runs.filter((run) => run === 'same: …')).toHaveLength(2)
  expect(runs).toContain('delete: أول')
  expect(runs.join(' ').split(' ').length).toBeLessThan(50)
})

test('texts that are the same have nothing to show', () => {
  expect(differenceRuns('نص', 'نص', wordDifference('نص', 'نص')).every((run) => run.op === 'same')).toBe(true)
})
