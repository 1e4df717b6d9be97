import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anchor } from '#lib/annotate/anchor.ts'
import { approximateSearch, errorsBetween } from '#lib/annotate/approximate-search.ts'
import { describeTarget, type Target } from '#lib/annotate/target.ts'
import { foldText } from '#lib/text/fold.ts'

const TEXT =
  'بحث رئيس النظام العسكري في النيجر الجنرال عبد الرحمن تياني، مع الرئيس الروسي فلاديمير بوتين خلال اتصال هاتفي، ' +
  'الثلاثاء، «تعزيز» تعاونهما الأمني، وفق ما جاء في بيان رسمي صادر عن النيجر.\n\n' +
  'وتشهد منطقة الساحل هجمات ينفّذها متطرّفون إسلاميون. وأعلنت النيجر وبوركينا فاسو ومالي انسحابها من الجماعة.'

const target = (text: string, quote: string, nth = 0): Target => {
  let at = -1
  for (let i = 0; i <= nth; i++) at = text.indexOf(quote, at + 1)
  return describeTarget(text, at, at + quote.length)
}
const found = (text: string, t: Target) => {
  const place = anchor(text, t)
  return place && text.slice(place.start, place.end)
}

describe('describing a selection', () => {
  test('keeps the words and 32 units of what stands around them', () => {
    const t = target(TEXT, 'فلاديمير بوتين')
    expect(t.prefix).toBe(TEXT.slice(t.start - 32, t.start))
    expect(t.suffix).toBe(TEXT.slice(t.end, t.end + 32))
  })
  test('never cuts a character in two', () => {
    const text = `${'😀'.repeat(40)}x${'𝔸'.repeat(40)}`
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 170 }), fc.integer({ min: -5, max: 170 }), (a, b) => {
        const t = describeTarget(text, a, b)
        for (const part of [t.exact, t.prefix, t.suffix]) expect(part.isWellFormed()).toBe(true)
        expect(text.slice(t.start, t.end)).toBe(t.exact)
      }),
    )
  })
})

describe('finding a note again', () => {
  test('where nothing changed, by position', () => {
    expect(anchor(TEXT, target(TEXT, 'فلاديمير بوتين'))).toMatchObject({ how: 'position', score: 1 })
  })
  test('where a paragraph came before it, by its words', () => {
    const t = target(TEXT, 'النيجر', 1)
    const place = anchor(`فقرة جديدة عن النيجر.\n\n${TEXT}`, t)
    expect(place).toMatchObject({ how: 'quote', start: t.start + 23 })
  })
  test('of several equal words, the one whose surroundings agree', () => {
    for (const nth of [0, 1, 2]) {
      const t = target(TEXT, 'النيجر', nth)
      const edited = TEXT.replace('بحث رئيس', 'بحث هاتفيا يوم أمس رئيس')
      expect(anchor(edited, t)?.start).toBe(t.start + edited.length - TEXT.length)
    }
  })
  test('of equal words in equal surroundings, the one nearest to the old place', () => {
    const refrain = 'قال بيان رسمي صادر عن الحكومة إن الوضع مستقر تماما في البلاد. '
    const text = refrain.repeat(5)
    const t = target(text, 'مستقر', 2)
    expect(anchor(`+${text}`, t)?.start).toBe(t.start + 1)
  })
  test.each([
    ['tashkeel and tatweel that came in', 'فلاديمير بوتين', 'فلاديمـير بُوتين'],
    ['another spelling', 'متطرّفون إسلاميون', 'متطرفون اسلاميون'],
    ['one corrected letter in place', 'عبد الرحمن تياني', 'عبد الرحمن تشياني'],
    ['a particle glued to it', 'فلاديمير بوتين', 'وفلاديمير بوتين'],
    ['bidi controls', '«تعزيز» تعاونهما', '\u2067«تعزيز»\u2069 تعاونهما'],
  ])('through %s, by the nearest words', (_, before, after) => {
    const t = target(TEXT, before)
    const edited = `جديد. ${TEXT.replace(before, after)}`
    expect(anchor(edited, t)).toMatchObject({ how: 'nearest' })
    expect(foldText(found(edited, t) ?? '')).toBe(foldText(after))
  })

  test('is refused where the words are gone, though the same word stands elsewhere', () => {
    const t = target(TEXT, 'النيجر', 1)
    expect(anchor(TEXT.replace('صادر عن النيجر', 'صادر عن الحكومة'), t)).toBeNull()
    expect(anchor('نص آخر تماما يذكر النيجر مرة واحدة في سياق مختلف', t)).toBeNull()
  })
  test('is refused on another word that only looks alike', () => {
    const text = 'أعلنت نيجيريا عن قرار جديد بشأن الحدود المشتركة بين البلدين الجارين'
    const t = target('وزار الوفد النيجر ثم عاد', 'النيجر')
    expect(anchor(text, t)).toBeNull()
    expect(anchor(`${text} والمالية العامة`, target('من مالي', 'مالي'))).toBeNull()
  })
  test('is refused on words that only came to stand at the end of the text, as it did', () => {
    expect(anchor('النيجر إِلَى الحكومة \u200fمالي الحكومة', target(' إِلَى الحكومة ', 'إِلَى الحكومة'))).toBeNull()
  })
  test('is refused on a report of another figure', () => {
    const t = target(
      'أمس: ارتفع سعر الذهب إلى 1900 دولار للأوقية الواحدة. ثم هدأ',
      'ارتفع سعر الذهب إلى 1900 دولار للأوقية الواحدة',
    )
    expect(anchor('وفي سوق أخرى ارتفع سعر النفط إلى 1950 دولار للأوقية الواحدة، وفق الوكالة', t)).toBeNull()
  })
  test('answers null for a target that quotes nothing', () => {
    expect(anchor(TEXT, { start: 3, end: 3, exact: '', prefix: '', suffix: '' })).toBeNull()
    expect(anchor('', target(TEXT, 'النيجر'))).toBeNull()
  })
})

const WORDS = [
  'النيجر',
  'نيجيريا',
  'الجيش',
  'قال',
  'بيان',
  'في',
  'من',
  'إِلَى',
  'القُـدْسِ',
  'الرئيس',
  '😀',
  '👨‍👩‍👧',
  '𝔸',
  'e\u0301te\u0301',
  'Niamey',
  '2024',
  '\u2067نص\u2069',
  '\u200fمالي',
  'الحكومة',
  'أعلنت',
  'وزير',
  'الخارجية',
  'اتفاق',
  'قوات',
  'حدود',
  'تعاون',
  'زيارة',
  'مجلس',
]
const words = (min: number, max: number) =>
  fc.array(fc.constantFrom(...WORDS), { minLength: min, maxLength: max }).map((w) => w.join(' '))

describe('properties of every edit', () => {
  test('edits elsewhere never move a note onto other words', () => {
    fc.assert(
      fc.property(
        words(0, 40),
        words(1, 8),
        words(0, 40),
        words(0, 40),
        words(0, 40),
        (before, quote, after, newBefore, newAfter) => {
          const t = describeTarget(`${before} ${quote} ${after}`, before.length + 1, before.length + 1 + quote.length)
          const edited = `${newBefore} ${quote} ${newAfter}`
          const hit = found(edited, t)
          if (hit !== null) expect(likeWords(hit)).toBe(likeWords(quote))
        },
      ),
      { numRuns: 400 },
    )
  })

  /** The same words: what is no letter or digit may differ, as folding lets it. */
  const likeWords = (text: string) =>
    foldText(text)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()

  test('a note whose surroundings survive is found in its own place, whatever happens further away', () => {
    fc.assert(
      fc.property(
        words(12, 30),
        words(2, 8),
        words(12, 30),
        words(0, 30),
        words(0, 30),
        (near, quote, following, far, end) => {
          const text = `${near} ${quote} ${following}`
          const t = describeTarget(text, near.length + 1, near.length + 1 + quote.length)
          const edited = `${far}\n${text}\n${end}`
          const place = anchor(edited, t)
          expect(place).not.toBeNull()
          expect(edited.slice(place?.start, place?.end)).toBe(quote)
          // Where the same words stand twice in the same surroundings, either is right.
          const same = (at: number) => edited.slice(Math.max(0, at - 32), at + quote.length + 32)
          expect(same(place?.start ?? -1)).toContain(quote)
          expect(same(place?.start ?? -1).includes(t.suffix) || same(place?.start ?? -1).includes(t.prefix)).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('a place is never within a character, and always within the text', () => {
    fc.assert(
      fc.property(words(1, 20), words(1, 30), fc.nat(200), fc.nat(60), (text, edited, start, length) => {
        const place = anchor(edited, describeTarget(text, start, start + length))
        if (!place) return
        expect(place.start).toBeGreaterThanOrEqual(0)
        expect(place.end).toBeLessThanOrEqual(edited.length)
        expect(edited.slice(place.start, place.end).isWellFormed()).toBe(true)
        expect(place.score).toBeGreaterThanOrEqual(0.8)
      }),
      { numRuns: 300 },
    )
  })
})

describe('approximate search', () => {
  /** The textbook recurrence, as the yardstick. */
  const levenshtein = (a: string, b: string): number => {
    let row = Array.from({ length: b.length + 1 }, (_, j) => j)
    for (let i = 1; i <= a.length; i++) {
      const next = [i]
      for (let j = 1; j <= b.length; j++) {
        next.push(
          Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
        )
      }
      row = next
    }
    return row[b.length] ?? 0
  }
  const strings = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ن', '\ud83d'), maxLength: 90 })

  test('counts errors as the textbook does, in patterns of any length', () => {
    fc.assert(
      fc.property(strings, strings, (a, b) => {
        expect(errorsBetween(a, b)).toBe(levenshtein(a, b))
      }),
    )
  })
  test('every place it gives has the errors it says', () => {
    fc.assert(
      fc.property(
        strings,
        fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 40 }),
        (text, pattern) => {
          for (const { start, end, errors } of approximateSearch(text, pattern, Math.floor(pattern.length / 3))) {
            expect(levenshtein(text.slice(start, end), pattern)).toBe(errors)
          }
        },
      ),
    )
  })
})
