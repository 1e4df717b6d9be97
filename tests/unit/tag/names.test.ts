import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { findNames, findNamesTogether } from '#lib/tag/names/find-names.ts'
import { type LabelledText, scoreNames, textOf } from '#lib/tag/names/score-names.ts'

const names = (text: string, kind?: string) =>
  findNames(text)
    .filter((name) => !kind || name.kind === kind)
    .map(({ quote }) => quote)

describe('names in a text', () => {
  test.each([
    ['قال رئيس الوزراء النيجري علي محمان زين إن بلاده ماضية', 'علي محمان زين'],
    ['وأعلن المتحدث باسم الجيش برنار كوفيتش أن الهجوم فشل', 'برنار كوفيتش'],
    ['التقى الجنرال عبد الرحمن تشياني وفدا من التجار', 'عبد الرحمن تشياني'],
    ['أكد وزير الخارجية الألماني هيلموت براندماير دعمه', 'هيلموت براندماير'],
    ['وصرح فلوريان دوبريه بأن المحادثات تقدمت', 'فلوريان دوبريه'],
    ['وأشاد الشيخ صالح بن عبد الله بالمبادرة', 'صالح بن عبد الله'],
    ['President Mahamane Ousmanou said that talks go on', 'Mahamane Ousmanou'],
    ['Selon le général Issa Kollimé, la route est coupée', 'Issa Kollimé'],
  ])('a person: %s', (text, name) => expect(names(text, 'person')).toContain(name))

  test.each([
    ['وصل الوفد إلى نيروبي وغادر بالقاهرة', ['نيروبي', 'القاهرة']],
    ['قرب مدينة بوغاتشيرو في ولاية كولمانتا', ['بوغاتشيرو', 'كولمانتا']],
    ['هبطت الطائرة في مطار بيروت أمس', ['مطار بيروت']],
    ['اجتاز النازحون نهر الفرات', ['نهر الفرات']],
    ['وقعت هجمات في مالي والنيجر', ['مالي', 'النيجر']],
  ])('places: %s', (text, places) => expect(names(text, 'place')).toEqual(places))

  test.each([
    ['أصدر المجلس الدستوري حكمه', 'المجلس الدستوري'],
    ['وافق مجلس المستشارين على القانون', 'مجلس المستشارين'],
    ['نشرت صحيفة «المدار» تحقيقا', 'المدار'],
    ['اجتمعت حركة طالبان بالوسطاء', 'طالبان'],
    ['تخرج في جامعة نيروبي', 'جامعة نيروبي'],
    ['قالت الأمم المتحدة إن المساعدات وصلت', 'الأمم المتحدة'],
  ])('an organisation: %s', (text, name) => expect(names(text, 'organisation')).toContain(name))

  test.each([
    'أكدت الحكومة أن الأسعار سترتفع في العام المقبل',
    'وقال إن الاجتماع المقبل سيعقد على مستوى الوزراء',
    'شارك المزارعون الفرنسيون في الاحتجاجات',
    'حصل على دعم مالي من المصرف',
    'يتوقع الخبراء انخفاض الإنتاج بنسبة خمسة في المئة',
  ])('a sentence without names has none: %s', (text) => expect(names(text)).toEqual([]))

  test('a nationality is no place, and the one it introduces is a person', () => {
    expect(findNames('قال المهاجم البرازيلي رودريغو فالكاو').map(({ kind, quote }) => [kind, quote])).toEqual([
      ['person', 'رودريغو فالكاو'],
    ])
  })

  test('who is named in full once is known by the last name later', () => {
    const text = 'التقى وزير الدفاع إدريس غوساماتي نظراءه أمس. ورأى مراقبون أن غوساماتي يسعى إلى اتفاق'
    expect(names(text, 'person')).toEqual(['إدريس غوساماتي', 'غوساماتي'])
    const [, second] = findNamesTogether(['التقى وزير الدفاع إدريس غوساماتي نظراءه', 'ورأى مراقبون أن غوساماتي يسعى'])
    expect(second?.map(({ quote }) => quote)).toEqual(['غوساماتي'])
  })

  test('spans are places of the text as it is stored, without the particle, and say why', () => {
    const text = 'التقى بـكُوفي عنان وبتركيا'
    for (const { start, end, quote } of findNames(text)) expect(text.slice(start, end)).toBe(quote)
    expect(findNames('عاد إلى لبنان وتركيا').map(({ quote, because }) => [quote, because])).toEqual([
      ['لبنان', ['listed']],
      ['تركيا', ['listed']],
    ])
  })

  test('an empty text, marks alone and very long words do no harm', () => {
    for (const text of ['', '، . « »', 'ا'.repeat(5000), '😀 '.repeat(100)]) expect(findNames(text)).toEqual([])
  })
})

describe('the score of found names', () => {
  const labelled: LabelledText = {
    tokens: ['زار', 'كوفي', 'عنان', 'بيروت', 'وبغداد'],
    tags: ['O', 'B-PERS', 'I-PERS', 'B-LOC', 'B-LOC'],
  }

  test('counts names of the same words and kind, a stuck particle or not', () => {
    const { all, place } = scoreNames([labelled], [findNames(textOf(labelled))])
    expect(place).toMatchObject({ right: 2, wrong: 0, missed: 0, f1: 1 })
    expect(all).toMatchObject({ right: 3, f1: 1 })
  })

  test('a name that is too short is wrong, and its right one missed', () => {
    const found = [{ start: 4, end: 8, kind: 'person' as const, quote: 'كوفي', because: [], score: 1 }]
    expect(scoreNames([labelled], [found]).all).toMatchObject({ right: 0, wrong: 1, missed: 3, f1: 0 })
  })
})

const corpus = '../shared/eval/entities/ner_train.jsonl.gz'
describe.skipIf(!existsSync(corpus))(`labelled news (skipped where ${corpus} is not there)`, () => {
  test('names are found with an F1 of at least .70 over people, places and organisations', () => {
    const labelled = gunzipSync(readFileSync(corpus))
      .toString()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as LabelledText)
    const score = scoreNames(
      labelled,
      labelled.map((text) => findNames(textOf(text))),
    )
    expect(score.all.f1).toBeGreaterThanOrEqual(0.7)
  }, 60_000)
})
