import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyse } from '#lib/search/analyse.ts'
import { quoteLexeme, toTsvector } from '#lib/search/tsvector.ts'
import { foldText } from '#lib/text/fold.ts'
import { stem } from '#lib/text/stem.ts'

const stemOf = (word: string) => stem(foldText(word))
const seenIn = (words: string) => {
  const set = new Set(words.split(' ').map(foldText))
  return (word: string) => set.has(word)
}

describe('the light stem', () => {
  test.each([
    ['وزير', 'الوزير'],
    ['وكالة', 'الوكالة'],
    ['وزراء', 'والوزراء'],
    ['واشنطن', 'وواشنطن'],
    ['قال', 'وقال'],
    ['القرار', 'قرارا'],
    ['القدس', 'وبالقدس'],
    ['القدس', 'للقدس'],
    ['روسيا', 'الروسي'],
    ['فرنسا', 'الفرنسيين'],
    ['القوات', 'قواتهم'],
    ['مسؤول', 'المسئولين'],
    ['نيجيريا', 'النيجيرية'],
    ['لبنان', 'اللبنانيين'],
    ['السودان', 'سودانية'],
    ['قانون', 'القانوني'],
    ['شئون', 'الشؤون'],
    ['مسئول', 'المسؤولين'],
  ])('%s is found by %s', (a, b) => expect(stemOf(a)).toBe(stemOf(b)))

  test.each([
    ['النيجر', 'نيجيريا'],
    ['نيجري', 'نيجيري'],
    ['القدس', 'المقدسي'],
    ['بلد', 'لد'],
    ['مالي', 'مال'],
    ['وزير', 'زير'],
  ])('%s is not found by %s', (a, b) => expect(stemOf(a)).not.toBe(stemOf(b)))

  test('a lone particle goes where the archive has seen the rest as a word', () => {
    const seen = seenIn('تركيا البلد بلد نيامي الوفد')
    expect(stem('لتركيا', seen)).toBe(stem('تركيا', seen))
    expect(stem('بنيامي', seen)).toBe(stem('نيامي', seen))
    expect(stem('ولتركيا', seen)).toBe(stem('تركيا', seen))
    expect(stem('وللبنان', seenIn('لبنان'))).toBe(stem('لبنان'))
    expect(stem('للبلد', seenIn('لبلد البلد'))).toBe('بلد')
    expect(stem('وفد', seenIn('الوفد فد'))).toBe('وفد')
    expect(stem('بلد', seenIn('البلد لد'))).toBe('بلد')
    expect(stem('لتركيا')).not.toBe(stem('تركيا'))
  })

  test('no word loses all its letters, and a stem is never longer than its word', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'ابتدرسكلموني ة'.replace(' ', '')),
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(letters, (word) => {
        const folded = foldText(word)
        const short = stem(folded)
        expect(short.length).toBeGreaterThan(0)
        expect(short.length).toBeLessThanOrEqual(folded.length)
        expect(folded).toContain(short)
      }),
    )
  })

  const pairs = '../shared/eval/search/lucene_pairs/pairs.jsonl'
  test.skipIf(!existsSync(pairs))(`agrees with Lucene's own pairs (skipped where ${pairs} is not there)`, () => {
    // Latin words are lowered before they are stemmed here, so English is compared folded.
    const differing = readFileSync(pairs, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { kind: string; input: string; expected: string })
      .filter((p) => (p.kind === 'stem' ? stemOf(p.input) : foldText(p.input)) !== foldText(p.expected))
    expect(differing).toEqual([])
  })
})

describe('the index of an article', () => {
  test('counts places from one and keeps a word together with its spellings', () => {
    expect(analyse('القدس في القُـدْس', 'D')).toEqual([
      { lexeme: 'قدس', positions: [1, 3], weight: 'D' },
      { lexeme: 'في', positions: [2], weight: 'D' },
    ])
  })

  test('marks the title with weight A and lets no phrase reach from the title into the text', () => {
    expect(toTsvector('قمة نيامي', 'قمة')).toBe("'قمه':1A,103 'نيام':2A")
  })

  test('stays within what PostgreSQL stores, however long the text', () => {
    const vector = toTsvector(
      '',
      `${'كلمة '.repeat(20_000)} آخر ${Array.from({ length: 200_000 }, (_, i) => `w${i}x`).join(' ')}`,
    )
    expect(vector.length).toBeLessThan(1_000_000)
    expect(/'كلم':([\d,]+)/.exec(vector)?.[1]?.split(',')).toHaveLength(256)
    const places = [...vector.matchAll(/[:,](\d+)/g)].map((m) => Number(m[1]))
    expect(Math.max(...places)).toBe(16383)
  })

  test('quotes what would mean something to PostgreSQL', () => {
    expect(quoteLexeme(`a'b\\c`)).toBe(`'a''b\\\\c'`)
  })
})
