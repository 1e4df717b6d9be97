import fc from 'fast-check'
import { expect, test } from 'vitest'
import { putTogether } from '#lib/text/put-together.ts'

const text = (...paragraphs: string[]) => paragraphs.join('\n\n')

test('what only one of two changed is taken as they left it', () => {
  const base = text('أولى', 'ثانية', 'ثالثة')
  expect(putTogether(base, text('أولى مصححة', 'ثانية', 'ثالثة'), text('أولى', 'ثانية', 'ثالثة', 'رابعة'))).toBe(
    text('أولى مصححة', 'ثانية', 'ثالثة', 'رابعة'),
  )
  expect(putTogether(base, text('ثانية', 'ثالثة'), text('أولى', 'ثانية', 'ثالثة مصححة'))).toBe(
    text('ثانية', 'ثالثة مصححة'),
  )
})

test('where both changed the same paragraph both are there, theirs first', () => {
  expect(putTogether(text('أ', 'ب', 'ج'), text('أ', 'ب لي', 'ج'), text('أ', 'ب لهم', 'ج'))).toBe(
    text('أ', 'ب لهم', 'ب لي', 'ج'),
  )
})

test('what one deleted and the other corrected stays', () => {
  expect(putTogether(text('أ', 'ب'), text('أ'), text('أ', 'ب مصححة'))).toBe(text('أ', 'ب مصححة'))
})

const someText = fc.array(fc.constantFrom('أ', 'ب', 'ج', 'د', 'هـ'), { maxLength: 8 }).map((units) => text(...units))
const counted = (whole: string) => {
  const counts = new Map<string, number>()
  for (const unit of whole.split('\n\n')) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  return counts
}

test('one who changed nothing changes nothing, and two who agree are agreed with', () => {
  fc.assert(
    fc.property(someText, someText, (base, other) => {
      expect(putTogether(base, other, base)).toBe(other)
      expect(putTogether(base, base, other)).toBe(other)
      expect(putTogether(base, other, other)).toBe(other)
    }),
  )
})

test('a paragraph that either of the two wrote anew is in what is put together', () => {
  fc.assert(
    fc.property(someText, someText, someText, (base, mine, theirs) => {
      const [known, whole] = [counted(base), counted(putTogether(base, mine, theirs))]
      for (const version of [mine, theirs])
        for (const unit of counted(version).keys())
          if (unit !== '' && !known.has(unit)) expect(whole.has(unit)).toBe(true)
    }),
  )
})
