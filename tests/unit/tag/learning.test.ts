import { describe, expect, test } from 'vitest'
import { calibrate, type Outcome } from '#lib/tag/learn/calibrate.ts'
import { decodeModel, encodeModel } from '#lib/tag/learn/codec.ts'
import type { Example } from '#lib/tag/learn/example.ts'
import { explain } from '#lib/tag/learn/explain.ts'
import { dictionaryOf } from '#lib/tag/learn/feature-table.ts'
import { featuresOf } from '#lib/tag/learn/features.ts'
import { learnModel } from '#lib/tag/learn/learn-model.ts'
import { type LearnedTerm, likelihood, ModelIndex } from '#lib/tag/learn/model.ts'

const SUBJECTS = {
  water: 'السد النهر الري الفيضان المياه الجفاف الآبار الخزان الأمطار المزارع',
  sport: 'المباراة الهدف الفريق اللاعب المدرب الملعب الدوري الكأس الحارس الجمهور',
  court: 'المحكمة القاضي المتهم الحكم النيابة المحامي الشاهد السجن الجلسة التهمة',
}
const TERMS = Object.keys(SUBJECTS).sort()
const wordsOf = (term: string) => SUBJECTS[term as keyof typeof SUBJECTS].split(' ')

/** An article on a subject: every n another, always the same. */
const article = (term: string, n: number) => ({
  title: '',
  text: `قال مسؤول يوم ${n % 7} إن ${[0, 3, 5].map((i) => wordsOf(term)[(n + i) % 10]).join(' مع ')} شأن المدينة.`,
})
const example = (term: string, n: number, no: Example['no'] = 'others'): Example => ({
  features: featuresOf(article(term, n)),
  yes: [TERMS.indexOf(term)],
  no,
  hints: [],
})
const many = (each: Record<string, number>): Example[] =>
  Object.entries(each).flatMap(([term, count]) => Array.from({ length: count }, (_, n) => example(term, n)))
const bestOf = (index: ModelIndex, text: string) => {
  const scores = index.scores(featuresOf({ title: '', text }))
  return TERMS[scores.indexOf(Math.max(...scores))]
}

describe('learning from decisions', () => {
  test('articles in other words of the same subject are recognised', () => {
    const index = new ModelIndex(learnModel(many({ water: 20, sport: 20, court: 20 }), TERMS))
    expect(bestOf(index, 'جفت الآبار وتأخرت الأمطار فهجر المزارعون الحقول')).toBe('water')
    expect(bestOf(index, 'أجلت المحكمة الجلسة حتى يحضر الشاهد')).toBe('court')
  })

  test('a rare subject is not drowned by a common one', () => {
    const model = learnModel(many({ sport: 300, court: 100, water: 5 }), TERMS)
    const index = new ModelIndex(model)
    expect(bestOf(index, article('water', 8).text)).toBe('water')
  })

  test('what nobody said about an article teaches nothing', () => {
    const told = many({ water: 20, sport: 20 })
    const silent = Array.from({ length: 30 }, (_, n) => ({ ...example('court', n, []), yes: [] }))
    const index = new ModelIndex(learnModel([...told, ...silent], TERMS))
    const before = new ModelIndex(learnModel(told, TERMS))
    const features = featuresOf(article('sport', 3))
    const sport = TERMS.indexOf('sport')
    expect(index.scores(features)[sport]).toBeGreaterThan(0)
    expect(before.scores(features)[sport]).toBeGreaterThan(0)
    expect(index.model.terms[TERMS.indexOf('court')]).toMatchObject({ yes: 0, sureFrom: null })
  })

  test('a term’s own words suggest it from the first decision, until they are refused', () => {
    const hinted = (n: number, isRight: boolean): Example => ({
      ...example('sport', n, 'others'),
      yes: isRight ? [TERMS.indexOf('water')] : [],
      hints: [{ term: TERMS.indexOf('water'), score: 0.8 }],
    })
    const scoreAfter = (examples: Example[]) =>
      new ModelIndex(learnModel(examples, TERMS)).scores(featuresOf(article('sport', 4)), [
        { term: TERMS.indexOf('water'), score: 0.8 },
      ])[TERMS.indexOf('water')] as number
    const trusted = scoreAfter([hinted(1, true), hinted(2, true), hinted(3, true)])
    const refused = scoreAfter([hinted(1, true), ...Array.from({ length: 20 }, (_, n) => hinted(n, false))])
    expect(trusted).toBeGreaterThan(0)
    expect(refused).toBeLessThan(0)
  })

  test('the same decisions give the same bytes, and the bytes the same suggestions', () => {
    const bytes = encodeModel(learnModel(many({ water: 30, sport: 40, court: 20 }), TERMS))
    const again = encodeModel(learnModel(many({ water: 30, sport: 40, court: 20 }), TERMS))
    expect(Buffer.compare(bytes, again)).toBe(0)
    const model = decodeModel(bytes)
    if (!model) throw new Error('the bytes were not read')
    const fresh = new ModelIndex(learnModel(many({ water: 30, sport: 40, court: 20 }), TERMS))
    const features = featuresOf(article('court', 5))
    expect([...new ModelIndex(model).scores(features)]).toEqual([...fresh.scores(features)])
  })

  test('bytes of another format, or cut off, are no model', () => {
    const bytes = encodeModel(learnModel(many({ water: 5, sport: 5 }), TERMS))
    expect(decodeModel(bytes.slice(0, -1))).toBeNull()
    expect(decodeModel(bytes.slice(0, 3))).toBeNull()
    expect(decodeModel(Buffer.from('something else altogether'))).toBeNull()
  })

  test('nothing decided, nothing suggested', () => {
    const index = new ModelIndex(learnModel([], []))
    expect([...index.scores(featuresOf(article('water', 1)))]).toEqual([])
  })

  test('a model is of bounded size however much was decided, and keeps what is most frequent', () => {
    const examples = Array.from({ length: 600 }, (_, n): Example => {
      const text = Array.from({ length: 60 }, (_, i) => `w${(n * 61 + i * 7) % 9001} v${(n * 13 + i) % 8009}`).join(' ')
      return { features: featuresOf({ title: 'common words', text }), yes: [], no: 'others', hints: [] }
    })
    const { slots, frequencies } = dictionaryOf(examples, 500)
    expect(slots.length).toBeGreaterThan(0)
    expect(slots.length).toBeLessThanOrEqual(500)
    expect(Math.max(...frequencies)).toBe(600)
    expect(Math.min(...frequencies)).toBeGreaterThan(1)
  })
})

describe('reasons', () => {
  test('are words as they stand in the article, heaviest first, none twice', () => {
    const index = new ModelIndex(learnModel(many({ water: 20, sport: 20, court: 20 }), TERMS))
    const given = { title: 'قبل الكَأس', text: 'وصل اللَّاعبون والحارس أمس، والمدرّب يستعد للمباراة.' }
    const reasons = explain(given, featuresOf(given), index, TERMS.indexOf('sport'))
    expect(reasons.length).toBeGreaterThanOrEqual(3)
    for (const { quote, start, end, field } of reasons) expect(given[field].slice(start, end)).toBe(quote)
    const weights = reasons.map(({ weight }) => weight)
    expect(weights).toEqual([...weights].sort((a, b) => b - a))
    const text = reasons.filter(({ field }) => field === 'text').sort((a, b) => a.start - b.start)
    text.slice(1).forEach((r, i) => {
      expect(r.start).toBeGreaterThanOrEqual(text[i]?.end ?? 0)
    })
  })
})

describe('how far a suggestion can be trusted', () => {
  /** So many with this score, of which so many were right. */
  const outcomes = (score: number, all: number, right: number): Outcome[] =>
    Array.from({ length: all }, (_, i) => ({ score, right: i < right }))

  test('nine in ten right ones and more may be accepted unseen, fewer not', () => {
    const { sureFrom } = calibrate([...outcomes(3, 40, 39), ...outcomes(2, 40, 37), ...outcomes(1, 40, 20)])
    expect(sureFrom).toBe(2)
    expect(calibrate([...outcomes(3, 40, 30), ...outcomes(1, 40, 20)]).sureFrom).toBeNull()
  })

  test('a handful of right ones says too little', () => {
    expect(calibrate(outcomes(3, 8, 8)).sureFrom).toBeNull()
    expect(calibrate(outcomes(3, 20, 20)).sureFrom).toBe(3)
  })

  test('a likelihood is the share of such suggestions that were right, and a higher score never less likely', () => {
    const curve = calibrate([...outcomes(2, 100, 80), ...outcomes(0, 100, 40), ...outcomes(-2, 100, 10)])
    const at = (score: number) => likelihood(curve as LearnedTerm, score)
    expect(at(2)).toBeCloseTo(0.8, 1)
    expect(at(0)).toBeCloseTo(0.4, 1)
    expect(at(-2)).toBeCloseTo(0.1, 1)
    expect(at(5)).toBeGreaterThan(at(2))
    const upsideDown = calibrate([...outcomes(2, 50, 5), ...outcomes(-2, 50, 45)])
    expect(likelihood(upsideDown as LearnedTerm, 3)).toBeGreaterThanOrEqual(likelihood(upsideDown as LearnedTerm, -3))
  })

  test('on articles that no model has seen, what is called sure is right nine times in ten', () => {
    // A subject whose words half of the time stand in another's articles.
    const mixed = (n: number): Example => {
      const [term, other] = n % 3 === 0 ? ['water', 'sport'] : n % 3 === 1 ? ['sport', 'court'] : ['court', 'water']
      const both = `${article(term as string, n).text} ${(n * 7) % 5 < 2 ? article(other as string, n * 3).text : ''}`
      const isNoise = (n * 2654435761) % 23 === 0
      return {
        features: featuresOf({ title: '', text: both }),
        yes: [TERMS.indexOf((isNoise ? other : term) as string)],
        no: 'others',
        hints: [],
      }
    }
    const all = Array.from({ length: 2400 }, (_, n) => mixed(n))
    const index = new ModelIndex(learnModel(all.slice(0, 1600), TERMS))
    let [sure, right] = [0, 0]
    for (const { features, yes } of all.slice(1600)) {
      index.scores(features).forEach((score, k) => {
        const { sureFrom } = index.model.terms[k] as LearnedTerm
        if (sureFrom === null || score < sureFrom) return
        sure++
        if (yes.includes(k)) right++
      })
    }
    expect(sure).toBeGreaterThan(200)
    expect(right / sure).toBeGreaterThanOrEqual(0.88)
  })
})
