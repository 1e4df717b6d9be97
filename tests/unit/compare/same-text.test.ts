import { describe, expect, test } from 'vitest'
import { comparableText } from '#lib/compare/comparable-text.ts'
import { sameText, unites } from '#lib/compare/same-text.ts'
import { sameTextEvidence } from '#lib/compare/same-text-evidence.ts'
import { ShingleCommonness } from '#lib/compare/shingle-commonness.ts'

const compare = (a: string, b: string) => sameText(comparableText(a), comparableText(b))

const REPORT =
  'وصل وزير الخارجية إلى العاصمة صباح أمس في زيارة تستمر يومين يلتقي خلالها نظيره وعددا من المسؤولين لبحث ملف المياه ' +
  'والحدود المشتركة بين البلدين. وقال في تصريح للصحفيين عند وصوله إن بلاده تأمل في توقيع اتفاق قبل نهاية العام يضمن ' +
  'حصة عادلة لكل طرف، مضيفا أن 3 لجان فنية أنهت عملها و14 خبيرا سيقدمون تقريرهم الأسبوع المقبل.'
const SECOND =
  ' من جانبه أوضح المتحدث باسم وزارة الموارد أن المحادثات السابقة تعثرت بسبب خلاف على آلية القياس، وأن فريقا مستقلا ' +
  'سيراقب المحطات الثلاث الواقعة على المجرى ابتداء من الربيع.'

describe('two texts', () => {
  test('are an exact copy where only marks and spelling variants differ', () => {
    expect(compare(REPORT, REPORT.replaceAll('إ', 'ا').replaceAll('ة', 'ه'))?.kind).toBe('exact')
  })

  test('are one text lightly edited, with the passages they share', () => {
    const found = compare(REPORT, REPORT.replace('صباح أمس', 'أمس').replace('تأمل في', 'تطمح إلى'))
    expect(found?.kind).toBe('edited')
    expect(unites(found)).toBe(true)
    expect(found?.passages[0]?.words).toBeGreaterThan(15)
  })

  test('are a shortened copy where the last paragraph was cut', () => {
    expect(compare(REPORT + SECOND, REPORT)?.kind).toBe('shortened')
  })

  test('stand in the relation "contains" where a round-up quotes a report, which does not unite them', () => {
    const other = Array.from({ length: 150 }, (_, i) => `كلمة${i}`).join(' ')
    const found = compare(REPORT, `${other} ${REPORT} ${other.replaceAll('كلمة', 'لفظ')}`)
    expect(found?.kind).toBe('contains')
    expect(unites(found)).toBe(false)
  })

  test('are two texts where they share a subject but no sentences', () => {
    expect(compare(REPORT, `${SECOND} وصل وزير الخارجية لبحث ملف المياه.`)).toBeNull()
  })

  test('stay one text when a correction changes one number', () => {
    const found = compare(REPORT, REPORT.replace('14 خبيرا', '15 خبيرا'))
    expect(found?.kind).toBe('edited')
    expect(found?.changes).toMatchObject({ figuresOnlyInA: ['14'], figuresOnlyInB: ['15'] })
  })

  const template = (day: string, price: string, change: string, volume: string) =>
    `أغلقت أسعار النفط في تعاملات ${day} على ارتفاع، وبلغ سعر البرميل ${price} دولارا بزيادة قدرها ${change} في المئة مقارنة ` +
    `بالجلسة السابقة، فيما بلغ حجم التداول ${volume} عقد بحسب بيانات البورصة التي تنشر يوميا.`

  test('are two reports where a daily template was filled with other figures', () => {
    expect(
      compare(template('الاثنين', '71.4', '1.2', '80,000'), template('الثلاثاء', '72.9', '2.1', '91,500')),
    ).toBeNull()
    expect(
      compare(
        'Prayer times for Niamey on Monday: dawn 5:04, noon 12:41, afternoon 15:52, sunset 18:50, night 20:01, all times local.',
        'Prayer times for Niamey on Tuesday: dawn 5:03, noon 12:40, afternoon 15:51, sunset 18:51, night 20:02, all times local.',
      ),
    ).toBeNull()
  })

  test('are one report where a paper writes its numbers with another separator', () => {
    const a = `${template('الاثنين', '1.400', '12.500', '606.724')} ${SECOND}`
    expect(
      compare(a, a.replace('606.724', '606,724').replace('12.500', '12,500').replace('1.400', '1,400'))?.kind,
    ).toBe('edited')
  })

  test('must agree nearly wholly where they are short', () => {
    const short = 'أعلنت البلدية إغلاق شارع الميناء أمام حركة السير غدا لأعمال الصيانة حتى إشعار آخر'
    expect(compare(short, short.replace('غدا لأعمال', 'صباح غد لأعمال'))).toBeNull()
    expect(compare(short, `${short}.`)?.kind).toBe('exact')
  })

  test('are not one text by what their source prints under everything', () => {
    const footer =
      'جميع الحقوق محفوظة للصحيفة ولا يجوز إعادة النشر دون إذن خطي مسبق من إدارة التحرير، تابعونا على منصات التواصل ' +
      'واشتركوا في النشرة البريدية اليومية لتصلكم آخر الأخبار والتحليلات أولا بأول كل صباح ومساء.'
    const first = `افتتح الوالي مدرسة جديدة في الحي الشمالي بحضور الأهالي. ${footer}`
    const second = `سجل المنتخب هدفين في مباراته الودية أمام ضيفه أمس. ${footer}`
    expect(unites(compare(first, second))).toBe(true)
    const commonness = new ShingleCommonness()
    for (let i = 0; i < 12; i++) commonness.count(comparableText(`خبر رقم${i} عن أمر آخر${i}. ${footer}`).shingles, 3)
    expect(sameText(comparableText(first), comparableText(second), commonness.between(3, 3))).toBeNull()
  })
})

test('the evidence quotes the shared passage as the first text has it', () => {
  const first = `عاجل: ${REPORT}`
  const found = sameTextEvidence(first, `${REPORT} وكالات`)
  const [passage] = found?.passages ?? []
  expect(passage?.quote).toBe(REPORT.slice(0, -1))
  expect(first.slice(passage?.a.start, passage?.a.end)).toBe(passage?.quote)
})
