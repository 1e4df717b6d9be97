import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changedWords } from '#lib/compare/changed-words.ts'
import { wordDifference } from '#lib/compare/word-difference.ts'
import { foldedWords } from '#lib/text/words.ts'

const changed = (a: string, b: string) =>
  wordDifference(a, b)
    .filter(({ op }) => op !== 'same')
    .map(({ op, a: inA, b: inB, mark }) => {
      const word = op === 'delete' ? a.slice(inA?.start, inA?.end) : b.slice(inB?.start, inB?.end)
      return `${op === 'delete' ? '-' : '+'}${word}${mark ? ` (${mark})` : ''}`
    })

describe('the difference of two texts', () => {
  test('shows a changed number in Arabic', () => {
    expect(changed('قتل ١٢ شخصا في الهجوم', 'قتل 15 شخصا في الهجوم')).toEqual(['-١٢ (figure)', '+15 (figure)'])
  })

  test('shows a negation that was put in', () => {
    expect(changed('الوزير أكد الاتفاق', 'الوزير لم يؤكد الاتفاق')).toEqual(['-أكد', '+لم (negation)', '+يؤكد'])
    expect(changed('The army took the town', 'The army never took the town')).toEqual(['+never (negation)'])
  })

  test.each([
    ['قال غير ذلك', 'غير', 'negation'],
    ['غير أن الوزير وافق', 'غير', null],
    ['غير أنه وافق', 'غير', null],
    ['ما زال الطريق مغلقا', 'ما', 'negation'],
    ['وصف ما جرى', 'ما', null],
    ["The road isn't open", 'isn', 'negation'],
    ['He won', 'won', null],
  ])('takes in «%s» the word %s as it is meant', (text, word, mark) => {
    const token = wordDifference('', text).find(({ b }) => text.slice(b?.start, b?.end) === word)
    expect(token?.mark).toBe(mark)
  })

  test('shows a name by its capital', () => {
    expect(changed('met General Moussa in Niamey', 'met General Salaou in Niamey')).toEqual([
      '-Moussa (name)',
      '+Salaou (name)',
    ])
  })

  test('shows nothing where only hamzas, vowel marks and punctuation differ', () => {
    expect(changed('أعلنَ الوزيرُ، أمس', 'اعلن الوزير أمس')).toEqual([])
  })

  test('gives back both texts, whatever they are', () => {
    const words = fc
      .array(fc.constantFrom('ا', 'ب', 'ج', 'د', 'هـ', '1', '2', 'no'), { maxLength: 60 })
      .map((w) => w.join(' '))
    fc.assert(
      fc.property(words, words, (a, b) => {
        const tokens = wordDifference(a, b)
        const of = (text: string, side: 'a' | 'b') =>
          tokens.flatMap((t) => (t[side] ? foldedWords(text.slice(t[side].start, t[side].end)) : []))
        expect(of(a, 'a')).toEqual(foldedWords(a))
        expect(of(b, 'b')).toEqual(foldedWords(b))
        for (const t of tokens) {
          if (t.op === 'same')
            expect(foldedWords(a.slice(t.a?.start, t.a?.end))).toEqual(foldedWords(b.slice(t.b?.start, t.b?.end)))
        }
      }),
    )
  })

  test('sets Arabic names apart: countries, what follows a title, and names that are known', () => {
    const marks = (a: string, b: string, names?: Set<string>) =>
      wordDifference(a, b, names).flatMap(({ op, mark, a: inA, b: inB }) =>
        op === 'same' ? [] : [[inA ? a.slice(inA.start, inA.end) : b.slice(inB?.start, inB?.end), mark]],
      )
    expect(marks('وصل الوزير ديالو إلى تشاد', 'وصل الوزير سيسي إلى مالي')).toEqual([
      ['ديالو', 'name'],
      ['سيسي', 'name'],
      ['تشاد', 'name'],
      ['مالي', 'name'],
    ])
    expect(marks('قال قاسم ذلك', 'قال فاضل ذلك', new Set(['قاسم']))).toEqual([
      ['قاسم', 'name'],
      ['فاضل', null],
    ])
    expect(marks('مدينة ونصف', 'مدينة وربع').map(([, mark]) => mark)).not.toContain('name')
  })

  test('names what changed by its kind, each word once', () => {
    const [a, b] = ['لم يقتل 15 شخصا في مالي ثم قتل 15', 'قتل 23 شخصا في تشاد ثم قتل 23']
    expect(changedWords(a, b, wordDifference(a, b))).toEqual({
      figures: { a: ['15'], b: ['23'] },
      names: { a: ['مالي'], b: ['تشاد'] },
      negations: { a: ['لم'], b: [] },
    })
  })

  test('does not call a name changed that the other text has in another form', () => {
    const [a, b] = [
      'وقعت الجزائر الاتفاق مع وزارة النفط النيجرية',
      'وقع وزير الطاقة الجزائري الاتفاق مع نظيره في النيجر وتشاد',
    ]
    expect(changedWords(a, b, wordDifference(a, b)).names).toEqual({ a: [], b: ['وتشاد'] })
  })

  test('is the shortest for a small edit', () => {
    expect(changed('ا ب ج د ه و ز', 'ا ب س د ه ز')).toEqual(['-ج', '+س', '-و'])
  })

  test('stays quick for two books that have nothing in common', () => {
    const a = Array.from({ length: 30_000 }, (_, i) => `a${i % 997}`).join(' ')
    const b = Array.from({ length: 30_000 }, (_, i) => `b${i % 991}`).join(' ')
    const started = performance.now()
    expect(wordDifference(a, b).every(({ op }) => op !== 'same')).toBe(true)
    expect(performance.now() - started).toBeLessThan(3000)
  })
})
