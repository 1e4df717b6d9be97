import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bandKeys } from '#lib/compare/band-keys.ts'
import { comparableText } from '#lib/compare/comparable-text.ts'
import { fingerprint } from '#lib/compare/fingerprint.ts'
import { estimateJaccard, minhash } from '#lib/compare/minhash.ts'
import { prepareArticle } from '#lib/compare/prepare-article.ts'
import { storyKeys } from '#lib/compare/story-keys.ts'
import { foldText } from '#lib/text/fold.ts'
import { tokensOf } from '#lib/text/lexicon.ts'
import { wordsOf } from '#lib/text/words.ts'

/** Two sets of hashes with the given Jaccard similarity. */
function pairOfSets(similarity: number, size: number, seed: number): [Uint32Array, Uint32Array] {
  let state = seed
  const next = () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0
    return state >>> 0
  }
  const shared = Math.round((2 * size * similarity) / (1 + similarity))
  const common = Array.from({ length: shared }, next)
  const own = () => Array.from({ length: size - shared }, next)
  return [Uint32Array.from([...common, ...own()]), Uint32Array.from([...common, ...own()])]
}

describe('the fingerprint of a text', () => {
  test('is the same for an exact copy, whatever its vowel marks, hamzas, digits and punctuation', () => {
    const a = fingerprint('أَعلنتِ الحكومةُ، يوم ٥ مايو، إنشاءَ مستشفى جديد في المدينة.')
    const b = fingerprint('اعلنت الحكومه يوم 5 مايو انشاء مستشفي جديد في المدينة')
    expect(b).toEqual(a)
    expect(a.checksum).toMatch(/^[0-9a-f]{64}$/)
    expect(a.wordCount).toBe(10)
  })

  test('differs in its checksum where one word differs', () => {
    expect(fingerprint('قتل 12 شخصا').checksum).not.toBe(fingerprint('قتل 13 شخصا').checksum)
  })

  test('fits an int[] column: 42 signed 32-bit keys', () => {
    const { bands } = fingerprint('خبر من ثلاث كلمات أو أكثر')
    expect(bands).toBeInstanceOf(Int32Array)
    expect(bands).toHaveLength(42)
  })

  test('exists for a text without words, and for one word', () => {
    expect(fingerprint(' … ').wordCount).toBe(0)
    expect(fingerprint('خبر').bands).toHaveLength(42)
  })

  test.each([0.2, 0.5, 0.8])(
    'estimates a similarity of %d within its standard error, in long texts and short',
    (similarity) => {
      for (const size of [30, 300, 2000]) {
        const trials = 150
        const actual = Math.round((2 * size * similarity) / (1 + similarity))
        const exact = actual / (2 * size - actual)
        let sum = 0
        for (let seed = 1; seed <= trials; seed++) {
          const [a, b] = pairOfSets(similarity, size, seed * 7919)
          sum += estimateJaccard(minhash(a), minhash(b))
        }
        expect(Math.abs(sum / trials - exact)).toBeLessThan(0.03)
      }
    },
  )

  test('meets a half similar text by a shared key nearly always, and an unrelated one hardly ever', () => {
    const meets = (similarity: number) => {
      let met = 0
      for (let seed = 1; seed <= 300; seed++) {
        const [a, b] = pairOfSets(similarity, 250, seed * 104729)
        const keys = new Set(bandKeys(minhash(a)))
        if (bandKeys(minhash(b)).some((key) => keys.has(key))) met++
      }
      return met / 300
    }
    expect(meets(0.5)).toBeGreaterThan(0.97)
    expect(meets(0.8)).toBe(1)
    expect(meets(0.02)).toBeLessThan(0.02)
  })
})

describe('preparing many articles', () => {
  test('cuts any folded text into the words that wordsOf gives', () => {
    const piece = fc.constantFrom(
      '1,400',
      '3.5',
      '7.',
      '.8',
      '5,6,7',
      'وزير',
      'a1',
      '12km',
      '٣',
      '𐤀𐤁',
      'l’eau',
      '-',
      ' ',
      '\n',
      '1.a',
    )
    // Any letter and sign there is, made by number: fast-check's own 'binary' draws up a table of all of them first.
    const character = fc.nat(0x10ffff).map((code) => String.fromCodePoint(code).toWellFormed())
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: character }),
          fc.array(piece).map((p) => p.join('')),
        ),
        (text) => {
          const folded = foldText(text)
          const { lexicon, ids } = tokensOf(folded)
          expect(Array.from(ids, (id) => lexicon.words[id])).toEqual(wordsOf(folded))
        },
      ),
      { numRuns: 500 },
    )
  })

  test('gives what preparing each alone gives', () => {
    const articles = [
      {
        title: 'مقتل 12 جنديا في بوركينا فاسو يوم الأحد',
        text: 'قالت وزارة الدفاع إن 12 جنديا قتلوا، و1,400 نزحوا. '.repeat(60),
      },
      { title: null, text: 'Two killed in Mali on Monday, officials said.' },
      { title: 'عنوان', text: '' },
    ]
    for (const article of articles) {
      const prepared = prepareArticle(article)
      expect(prepared.print).toEqual(fingerprint(article.text))
      expect(prepared.text).toEqual(comparableText(article.text))
      expect(prepared.keys).toEqual(storyKeys(article))
    }
  })
})
