import { describe, expect, test } from 'vitest'
import { ArchiveComparison } from '#lib/compare/archive-comparison.ts'
import { DocumentFrequency } from '#lib/compare/document-frequency.ts'
import { prepareArticle } from '#lib/compare/prepare-article.ts'
import { publishedSpan } from '#lib/compare/published-span.ts'
import { sameEvent } from '#lib/compare/same-event.ts'
import { beginStory, joinStory } from '#lib/compare/story-centroid.ts'
import { storyFacts } from '#lib/compare/story-facts.ts'
import { storyKeys } from '#lib/compare/story-keys.ts'
import { storyTerm } from '#lib/compare/story-terms.ts'
import { storyVector } from '#lib/compare/story-vector.ts'
import { whyTogether } from '#lib/compare/why-together.ts'
import { foldText } from '#lib/text/fold.ts'
import { foldedWords } from '#lib/text/words.ts'

type Item = { title: string; text: string; publishedAt?: string; source?: string }

/** The stories of some articles, as numbers; an article alone has its own. */
function storiesOf(items: Item[]): number[] {
  const comparison = new ArchiveComparison()
  for (const item of items) comparison.add(prepareArticle(item), publishedSpan(item.publishedAt), item.source ?? '')
  return comparison.place().map(({ story }, i) => story ?? i)
}

const QUAKE_A: Item = {
  title: 'زلزال بقوة 6.1 درجة يضرب سواحل وادي السدر ويسقط أبراج الاتصالات',
  text:
    'ضرب زلزال بلغت قوته 6.1 درجة على مقياس ريختر سواحل وادي السدر فجر أمس، وقال المرصد الجيولوجي إن مركزه يقع على عمق ' +
    '12 كيلومترا قبالة بلدة المرجانة. وانقطعت الكهرباء عن معظم أحياء المرجانة، فيما أخلت فرق الدفاع المدني مدرستين تصدعت ' +
    'جدرانهما. وأوضح رئيس البلدية خالد النويري أن أبراج الاتصالات سقطت.',
}
const QUAKE_B: Item = {
  title: 'هلع في المرجانة بعد هزة أرضية قوية',
  text:
    'قضى سكان بلدة المرجانة ليلتهم في العراء بعد هزة أرضية قوية قبالة سواحل وادي السدر. وقدر المرصد الجيولوجي قوة الزلزال ' +
    'بـ6.1 درجة على مقياس ريختر، وطالب رئيس البلدية خالد النويري الأهالي بالابتعاد عن الأبنية المتصدعة ريثما تعود الكهرباء.',
}
const STRIKE: Item = {
  title: 'إضراب عمال الموانئ يدخل أسبوعه الثاني',
  text:
    'دخل إضراب عمال الموانئ أسبوعه الثاني من دون أن تلوح بوادر تسوية بين النقابة وشركة التشغيل. وتكدست مئات الحاويات على ' +
    'الأرصفة، وطالبت غرفة التجارة بوساطة عاجلة لتفادي خسائر الموسم. وقال نقيب العمال إن مطلب زيادة الأجور لا رجعة عنه.',
}

describe('two independent reports of one event', () => {
  test('find each other among five articles, without any date', () => {
    const [a, b, other] = storiesOf([QUAKE_A, QUAKE_B, STRIKE])
    expect(b).toBe(a)
    expect(other).not.toBe(a)
  })

  test.each([
    ['on consecutive days', '2024-03-01', '2024-03-02', true],
    ['where one has only the month', '2024-03-01', '2024-03', true],
    ['where one has no date', '2024-03-01', '', true],
    ['not where ten days lie between', '2024-03-01', '2024-03-11', false],
    ['not where the month is another', '2024-03-01', '2024-06', false],
  ])('join %s', (_, first, second, together) => {
    const [a, b] = storiesOf([
      { ...QUAKE_A, publishedAt: first },
      { ...QUAKE_B, publishedAt: second },
    ])
    expect(a === b).toBe(together)
  })

  test('join whatever the order in which they come', () => {
    const dated = [
      { ...STRIKE, publishedAt: '2024-03-02' },
      { ...QUAKE_B, publishedAt: '2024-03-02T08:00:00Z' },
      { ...QUAKE_A, publishedAt: '2024-03-01' },
    ]
    const [strike, b, a] = storiesOf(dated)
    expect(a).toBe(b)
    expect(strike).not.toBe(a)
  })
})

describe('copies', () => {
  test('share the story of their text, months apart too', () => {
    const [a, b] = storiesOf([
      { ...QUAKE_A, publishedAt: '2024-03-01' },
      { ...QUAKE_A, title: 'من الأرشيف', publishedAt: '2024-09-01' },
    ])
    expect(b).toBe(a)
  })
})

const attack = (dead: string, country: string, town: string, day: string, group: string): Item => ({
  title: `مقتل ${dead} شخصا في هجوم مسلح قرب ${town} في ${country}`,
  text:
    `قتل ${dead} شخصا على الأقل في هجوم شنه مسلحون ${day} على قرية قرب ${town} في ${country}، بحسب مصادر أمنية ومحلية. ` +
    `وقال مسؤول محلي إن المهاجمين وصلوا على دراجات نارية وأطلقوا النار على السكان قبل أن ينسحبوا، ونسب الهجوم إلى ${group}.`,
  publishedAt: '2024-05-06',
})

describe('two events that sound alike', () => {
  test('stay apart where place and number of dead conflict', () => {
    const [a, b] = storiesOf([
      attack('15', 'مالي', 'باندياغارا', 'يوم الأحد', 'جماعة النصرة'),
      attack('23', 'بوركينا فاسو', 'جيبو', 'يوم السبت', 'تنظيم الدولة'),
    ])
    expect(a).not.toBe(b)
  })

  test('stay apart in English too', () => {
    const report = (dead: string, country: string, town: string): Item => ({
      title: `${dead} killed near ${country} border`,
      text: `At least ${dead} people were killed when gunmen attacked a village near ${town} in ${country}, security sources said.`,
      publishedAt: '2024-05-06',
    })
    const [a, b] = storiesOf([report('15', 'Mali', 'Bandiagara'), report('23', 'Burkina Faso', 'Djibo')])
    expect(a).not.toBe(b)
  })

  test('give the conflicts as reasons', () => {
    const frequency = new DocumentFrequency()
    const of = (item: Item) => storyVector(storyKeys(item), frequency.idf)
    const story = beginStory(of(attack('15', 'مالي', 'باندياغارا', 'يوم الأحد', 'جماعة')), null)
    const match = sameEvent(of(attack('23', 'بوركينا فاسو', 'جيبو', 'يوم السبت', 'جماعة')), story, null)
    expect(match.because.map(({ kind }) => kind)).toEqual([
      'other-place',
      'other-town',
      'other-deaths',
      'other-weekday',
      'other-numbers',
    ])
  })
})

test('a story weighs what its articles share above what one of them says', () => {
  const frequency = new DocumentFrequency()
  const [a, b] = [QUAKE_A, QUAKE_B].map((item) => storyVector(storyKeys(item), frequency.idf))
  if (!a || !b) throw new Error('two articles')
  const alone = beginStory(a, null)
  const joined = joinStory(alone, b, null)
  expect(joined.size).toBe(2)
  expect(sameEvent(b, joined, null).score).toBeGreaterThan(sameEvent(b, alone, null).score)
})

test('the reason for a story quotes what the article shares with it', () => {
  const frequency = new DocumentFrequency()
  const [a, b] = [QUAKE_A, QUAKE_B].map((item) => storyVector(storyKeys(item), frequency.idf))
  if (!a || !b) throw new Error('two articles')
  const story = beginStory(a, null)
  const why = whyTogether(QUAKE_B.text, b, story, sameEvent(b, story, null))
  expect(why.score).toBeGreaterThan(why.threshold)
  expect(why.words.map(({ quote }) => quote)).toContain('المرجانة')
  expect(why.phrases.map(({ quote }) => quote)).toContain('خالد النويري')
  for (const { quote, span } of why.words) expect(QUAKE_B.text.slice(span.start, span.end)).toBe(quote)
})

test('the reason for a story in another language quotes the names and numbers that both give', () => {
  const arabic: Item = {
    title: 'غرق قارب قبالة نواذيبو',
    text: 'قال قائد خفر السواحل العقيد باكاري تراوري إن القارب غرق وعلى متنه 187 شخصا أنقذ منهم خمسة عشر.',
  }
  const english: Item = {
    title: 'Boat sinks off Nouadhibou',
    text: 'The boat sank with 187 people aboard, coast guard commander Bakary Traoré said, and fifteen were saved.',
  }
  const frequency = new DocumentFrequency()
  const [a, b] = [arabic, english].map((item) => storyVector(storyKeys(item), frequency.idf))
  if (!a || !b) throw new Error('two articles')
  const story = beginStory(b, null)
  const why = whyTogether(arabic.text, a, story, sameEvent(a, story, null))
  expect(why.names.map(({ quote }) => quote)).toEqual(['باكاري تراوري'])
  expect(why.numbers.map(({ quote }) => quote).sort()).toEqual(['187', 'خمسة عشر'])
  expect(why.words.map(({ quote }) => quote)).toEqual(['187'])
})

describe('a name', () => {
  const key = (name: string) => storyTerm(foldText(name))
  test.each([
    ['تياني', 'تشياني'],
    ['إكواس', 'إيكواس'],
    ['غرينفيل', 'جرينفيل'],
    ['أغاديز', 'أجاديز'],
    ['أغاديز', 'أقاديز'],
  ])('counts as one in the spellings %s and %s', (a, b) => expect(key(a)).toBe(key(b)))

  test.each([
    ['مالي', 'موالي'],
    ['النيجر', 'نيجيريا'],
    ['النيجرية', 'النيجيرية'],
    ['السودان', 'السويد'],
  ])('%s is not %s', (a, b) => expect(key(a)).not.toBe(key(b)))
})

describe('the facts of a lead', () => {
  const facts = (text: string) => storyFacts([], foldedWords(text))
  test('are its countries, with what Arabic glues to them', () => {
    expect(facts('التقى الوفد بالنيجر قبل أن يغادر إلى بوركينا فاسو ونيجيريا').places).toEqual(['NE', 'BF', 'NG'])
  })
  test('are the dead, in three languages', () => {
    expect(facts('مقتل 15 وإصابة 40').deaths).toEqual([15])
    expect(facts('at least 23 people were killed').deaths).toEqual([23])
    expect(facts('لقي واحد وعشرون شخصا مصرعهم').deaths).toEqual([21])
    expect(facts('nine people died').deaths).toEqual([9])
    expect(facts('le bilan est de 7 morts').deaths).toEqual([7])
  })
  test('are its weekdays, but "one of" is no Sunday', () => {
    expect(facts('قال أحد الشهود يوم الثلاثاء').weekdays).toEqual([2])
  })
})

test('a day is not its midnight, and a month is a month', () => {
  expect(publishedSpan('2024-02')).toEqual({ from: Date.UTC(2024, 1) / 36e5, to: Date.UTC(2024, 2) / 36e5 })
  const day = publishedSpan('2024-02-29')
  expect(day && day.to - day.from).toBe(24)
  const moment = publishedSpan('2024-02-29T10:30:00Z')
  expect(moment?.from).toBe(moment?.to)
  expect(publishedSpan('yesterday')).toBeNull()
})
