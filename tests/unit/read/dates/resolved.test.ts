import { describe, expect, test } from 'vitest'
import type { Stated } from '#lib/core/stated.ts'
import { BRIDGE, BRIDGE_TITLE, flagsOf, readHtml, readText } from '#tests/unit/read/support.ts'

const dated = (line: string, more = '', receivedAt?: string) =>
  readText(`${BRIDGE_TITLE}\n${line}\n${BRIDGE}\n${more}`, receivedAt ? { receivedAt } : {})
const ended = (sentence: string, receivedAt?: string) =>
  readText(`${BRIDGE_TITLE}\n${BRIDGE}\n${sentence}`, receivedAt ? { receivedAt } : {})
const stated = (publishedAt: string, receivedAt?: string, more: Stated = {}) =>
  readText('', {
    bytes: new TextEncoder().encode('{}'),
    stated: { title: BRIDGE_TITLE, text: BRIDGE, publishedAt, ...more },
    ...(receivedAt ? { receivedAt } : {}),
  })
const iso = (article: ReturnType<typeof readText>) => article.publishedAt?.value.iso ?? null

describe('two calendars beside each other', () => {
  test('the Gregorian one decides', () => {
    expect(iso(dated('الثلاثاء 15 رمضان 1445 هـ الموافق 26 مارس 2024 م'))).toBe('2024-03-26')
  })
  test('the weekday settles when the moon was seen', () => {
    expect(iso(dated('الأربعاء 16 رمضان 1445 هـ'))).toBe('2024-03-27')
    expect(iso(ended('وقال المشرف اليوم الأربعاء الموافق 16 رمضان 1445هـ إن العمل في الجسر سيستمر.'))).toBe(
      '2024-03-27',
    )
  })
  test('a Hijri date alone is turned', () => expect(iso(dated('نشر في 3 محرم 1445 هـ'))).toBe('2023-07-21'))
})

describe('day and month in figures', () => {
  test('the weekday beside them decides', () => {
    expect(iso(dated('الجمعة 05/12/2023'))).toBe('2023-05-12')
    expect(iso(dated('الثلاثاء 05/12/2023'))).toBe('2023-12-05')
  })
  test('where nothing decides, the other reading is shown', () => {
    expect(dated('نشر في 05/12/2023').publishedAt).toMatchObject({
      value: { iso: '2023-12-05' },
      evidence: { detail: { otherReading: '2023-05-12' } },
    })
  })
  test('another date of the same page betrays its order', () => {
    const page = `<html lang="en"><head><meta name="date" content="03/04/2024"><meta name="pubdate" content="03/25/2024"></head><body><h1>Old bridge of Mosul</h1><p>${BRIDGE}</p></body></html>`
    expect(readHtml(page).publishedAt?.evidence.detail?.otherDate).toBe('2024-03-04')
  })
})

describe('a date that the text gives away', () => {
  test.each([
    ['وقال المهندس اليوم الخميس 25 أبريل/نيسان 2024 إن العمل سيستمر.', '2024-04-25'],
    ['وكان الجسر قد أغلق أمس الأربعاء (24 أبريل 2024) أمام المشاة.', '2024-04-25'],
    ['ويعقد المجلس جلسة غدًا الجمعة الموافق 26 نيسان 2024 لبحث التمويل.', '2024-04-25'],
    ['وقال المهندس اليوم الخميس 25 أبريل إن العمل مستمر منذ 3 مارس 2024.', '2024-04-25'],
    ['La mairie a annoncé aujourd’hui jeudi 25 avril 2024 la reprise des travaux.', '2024-04-25'],
  ])('%s', (sentence, day) => {
    const article = ended(sentence)
    expect(article.publishedAt).toMatchObject({
      value: { iso: day, precision: 'day' },
      evidence: { rule: 'date.today' },
    })
    expect(flagsOf(article)).toContain('date-inferred')
  })
  test.each([
    'وفي مثل هذا اليوم 25 أبريل 2019 افتتح الجسر.',
    'وفي ذلك اليوم 25 أبريل 2019 أغلقت البلدية الجسر أمام السيارات والمشاة حتى إشعار آخر.',
    'قال اليوم الخميس 25 أبريل 2024 ما قاله، ثم عاد أمس 3 مايو 2023 فنفى.',
    'ولم يعد الجسر كما نعرفه اليوم، في 24 أبريل من عام 2003، سوى ركام.',
    'وقال المهندس اليوم السبت 25 أبريل 2024 إن العمل في الجسر سيستمر.',
    'وسيزور الوزير الموقع في 20 أبريل الجاري، وكان الجسر قد أغلق في أكتوبر الماضي كما أغلق في أكتوبر 2012.',
    'وكان الجسر قد بني قبل 7 أكتوبر الماضي بوقت طويل.',
  ])('%s gives none', (sentence) => expect(iso(ended(sentence))).toBeNull())
  test('the month called the present one, and the last 12 October whose year is told', () => {
    const article = ended(
      'وسيزور الوزير الموقع في 20 أبريل/نيسان الجاري، والجسر مغلق منذ 12 أكتوبر/تشرين الأول الماضي، وقال تقرير إن فيضان 12 أكتوبر 2022 ضربه.',
    )
    expect(article.publishedAt?.value).toEqual({ iso: '2023-04', precision: 'month' })
  })
  test('the year after the one that is called last', () => {
    const article = ended('وسيزور الوزير الموقع في 20 أبريل الجاري، وكان قد وعد بذلك في العام الماضي (2021).')
    expect(article.publishedAt?.value.iso).toBe('2022-04')
  })
  test('days of this month and the weekday leave one day', () => {
    const article = ended(
      'وقال اليوم الأحد إن الجسر سيفتح في 18 من الشهر الجاري، وكان قد أغلق في 8 أبريل/نيسان الجاري، ووعد به في العام الماضي (2023).',
    )
    expect(article.publishedAt?.value).toEqual({ iso: '2024-04-14', precision: 'day' })
  })
})

describe('how long ago, beside an arrival', () => {
  const receivedAt = '2024-06-10T22:30:00Z'
  test.each([
    ['الوكالة | منذ 3 ساعات', '2024-06-10'],
    ['أمس', '2024-06-09'],
    ['الجمعة 12:30', '2024-06-07'],
    ['منذ أسبوعين', '2024-05'],
    ['منذ 3 أشهر', '2024'],
  ])('%s', (line, day) => expect(iso(dated(line, '', receivedAt))).toBe(day))
  test.each(['منذ أيام', 'آخر تحديث: منذ ساعتين', 'مقتل عاملين في انهيار قبل يومين', 'الجمعة'])(
    '«%s» says nothing of it',
    (line) => expect(iso(dated(line, '', receivedAt))).toBeNull(),
  )
})

describe('never later than the arrival', () => {
  test('a day that has not begun anywhere is refused', () => {
    expect(iso(stated('2024-06-12', '2024-06-10T08:00:00Z'))).toBeNull()
    expect(iso(stated('2024-06-11', '2024-06-10T22:00:00Z'))).toBe('2024-06-11')
  })
  test('a time that is still to come leaves the day, and says so', () => {
    expect(stated('2024-06-10T15:00:00Z', '2024-06-10T12:00:00Z').publishedAt).toMatchObject({
      value: { iso: '2024-06-10', precision: 'day' },
      evidence: { detail: { aheadOfArrival: '2024-06-10T15:00:00Z' } },
    })
  })
  test('a year that is not written is supplied, and doubted', () => {
    const article = stated('الخميس 25 أبريل', '2024-06-10T08:00:00Z')
    expect(article.publishedAt).toMatchObject({
      value: { iso: '2024-04-25' },
      evidence: { detail: { yearGuessed: true } },
    })
    expect(flagsOf(article)).toContain('date-inferred')
  })
})

describe('declared dates that disagree', () => {
  test('a feed and the page it leads to are both shown, and trusted less', () => {
    const html = `<html><head><meta property="article:published_time" content="2024-05-02T09:00:00Z"></head><body><h1>${BRIDGE_TITLE}</h1><p>${BRIDGE}</p></body></html>`
    const article = readText('', {
      bytes: new TextEncoder().encode('{}'),
      stated: { title: BRIDGE_TITLE, html, publishedAt: '2024-05-09' },
    })
    expect(article.publishedAt?.value.iso).toBe('2024-05-09')
    expect(article.publishedAt?.evidence.detail).toMatchObject({
      otherDate: '2024-05-02',
      otherQuote: '2024-05-02T09:00:00Z',
    })
    expect(article.publishedAt?.confidence).toBeLessThan(0.9)
  })
})

describe('a dateline', () => {
  test('is no sentence with a date in it', () =>
    expect(iso(readText(`${BRIDGE_TITLE}\nكان الجسر قد أغلق في 5 مايو 2020 - ${BRIDGE}`))).toBeNull())
  test('in brackets before the first word counts, with a place it does not', () => {
    expect(iso(readText(`${BRIDGE_TITLE}\n(الخميس 25 أبريل 2024) ${BRIDGE}`))).toBe('2024-04-25')
    expect(iso(readText(`${BRIDGE_TITLE}\n(صورة من 25 أبريل 2024) ${BRIDGE}`))).toBeNull()
  })
  test('of the Chinese agency counts', () =>
    expect(iso(readText(`${BRIDGE_TITLE}\nالموصل 25 أبريل 2024 (شينخوا) -- ${BRIDGE}`))).toBe('2024-04-25'))
})

describe('an instant in UTC', () => {
  const page = (address: string, at: string) =>
    `<html><head><link rel="canonical" href="${address}"><meta property="article:published_time" content="${at}"></head><body><h1>${BRIDGE_TITLE}</h1><p>${BRIDGE}</p></body></html>`
  test.each([
    ['https://www.akhbar.jo/1', '2024-04-25T22:30:00Z', '2024-04-26T01:30:00+03:00'],
    ['https://www.akhbar.jo/1', '2024-04-25T22:30:00+00:00', '2024-04-26T01:30:00+03:00'],
    ['https://giornale.it/1', '2023-11-01T23:01:00Z', '2023-11-02T00:01:00+01:00'],
    ['https://giornale.it/1', '2024-07-01T22:30:00Z', '2024-07-02T00:30:00+02:00'],
  ])('of %s at %s is told by the clock of its country', (address, at, iso) =>
    expect(readHtml(page(address, at)).publishedAt?.value.iso).toBe(iso),
  )
  test.each([
    ['https://example.com/1', '2024-04-25T22:30:00Z', '2024-04-25T22:30:00Z'],
    ['https://example.tv/1', '2024-04-25T22:30:00Z', '2024-04-25T22:30:00Z'],
    ['https://example.us/1', '2024-04-25T03:30:00Z', '2024-04-25T03:30:00Z'],
    ['https://www.akhbar.jo/1', '2024-04-25T00:00:00Z', '2024-04-25T00:00:00Z'],
    ['https://giornale.it/1', '2024-04-25T22:30:00-05:00', '2024-04-25T22:30:00-05:00'],
  ])('of %s at %s stays: no country, several clocks, no time of day, or a zone of its own', (address, at, iso) =>
    expect(readHtml(page(address, at)).publishedAt?.value.iso).toBe(iso),
  )
})

describe('a page that is put together in the browser', () => {
  const app = (data: object) =>
    `<html><body><h1>${BRIDGE_TITLE}</h1><p>${BRIDGE}</p><script>window.state=${JSON.stringify(data)}</script></body></html>`
  test('has its day in the data of its scripts', () => {
    expect(iso(readHtml(app({ article: { publishedAt: '2024-04-25T08:00:00+03:00' } })))).toBe(
      '2024-04-25T08:00:00+03:00',
    )
    expect(iso(readHtml(app({ a: { created_at: '2024-04-25' }, b: { created_at: '2024-04-25' } })))).toBe('2024-04-25')
  })
  test('with other articles in its data tells nothing by it', () =>
    expect(iso(readHtml(app([{ publishedAt: '2024-04-25' }, { publishedAt: '2024-04-20' }])))).toBeNull())
})

describe('what a page shows its readers', () => {
  const shown = (html: string) => readHtml(`<html><body><h1>${BRIDGE_TITLE}</h1>${html}<p>${BRIDGE}</p></body></html>`)
  test('as published outranks the machine’s attribute beside it', () =>
    expect(iso(shown('<time datetime="2024-05-03T10:00:00Z">نُشر في 29 أبريل 2024</time>'))).toBe('2024-04-29'))
  test('before its section and its comments is a date', () =>
    expect(iso(shown('<small>25 أبريل 2024 | محليات | 3 تعليقات</small>'))).toBe('2024-04-25'))
  test('beside the author’s name is a date', () =>
    expect(iso(shown('<div class="left author">Author: Bo2man am 25.04.2024, 13:36 Uhr</div>'))).toBe('2024-04-25'))
})
