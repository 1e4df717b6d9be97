import { describe, expect, test } from 'vitest'
import { findDatesIn, isoOf } from '#lib/read/dates/find-dates.ts'
import { BRIDGE, BRIDGE_TITLE, flagsOf, readHtml, readText } from '#tests/unit/read/support.ts'

describe('dates as Arabic news writes them', () => {
  test.each([
    ['5 ديسمبر/كانون الأول 2023', '2023-12-05'],
    ['14 مارس (آذار) 2024', '2024-03-14'],
    ['٣ تشرين الثاني ٢٠٢٢', '2022-11-03'],
    ['الأحد ۷ ژوئیه ۲۰۲۴', '2024-07-07'],
    ['9 جويلية 2021', '2021-07-09'],
    ['2 غشت 2020', '2020-08-02'],
    ['21 من شهر فبراير عام 2019', '2019-02-21'],
    ['الأربعاء، 07 أكتوبر 2020 - 12:09 م', '2020-10-07'],
    ['۱۳۹۹/۰۲/۲۱ - ۱۸:۵۹', '2020-05-10'],
    ['16 رمضان 1445 هـ', '2024-03-26'],
    ['1er juillet 2023', '2023-07-01'],
    ['September 6th, 2021', '2021-09-06'],
    ['2020-06-03T03:01+0400', '2020-06-03'],
    ['2024/1/9', '2024-01-09'],
    ['31.12.2019', '2019-12-31'],
  ])('%s is %s', (words, iso) => expect(findDatesIn(words).map(isoOf)).toEqual([iso]))

  test.each(['الهاتف 05/123/4567', 'فاز 3-2 على ضيفه', 'القرار 2254', 'النسخة 1.2.3', '45/13/2020'])(
    '%s is no date',
    (words) => expect(findDatesIn(words).filter((date) => date.year !== null)).toEqual([]),
  )

  test('a time of day is read with its half of the day', () => {
    expect(findDatesIn('6 يناير، 2015، الساعة 05:16 مساءً')[0]?.time).toBe('17:16')
    expect(findDatesIn('2020-06-03T03:01+0400')[0]?.time).toBe('03:01+04:00')
  })
})

describe('the date of an article', () => {
  test('stands under its headline', () => {
    const article = readText(`${BRIDGE_TITLE}\n\n12 مايو/أيار 2024\n\n${BRIDGE}`)
    expect(article.publishedAt).toMatchObject({
      value: { iso: '2024-05-12', precision: 'day' },
      evidence: { rule: 'date.under-title' },
    })
    expect(article.text).not.toContain('2024')
  })
  test('is not the clock at the top of the page', () => {
    const article = readText(`السبت 3 فبراير 2024\nالرئيسية\n${BRIDGE_TITLE}\n${BRIDGE}`)
    expect(article).toMatchObject({ publishedAt: null, pageDate: { value: '2024-02-03' } })
    expect(flagsOf(article)).toContain('date-of-page')
  })
  test('of 04/05 the day is the one that the text has just told of', () => {
    const story = BRIDGE.replace('بدء العمل', 'يوم 3 أبريل بدء العمل')
    expect(readText(`${BRIDGE_TITLE}\n04/05/2023\n${story}`).publishedAt?.value.iso).toBe('2023-04-05')
    expect(readText(`${BRIDGE_TITLE}\n04/05/2023\n${BRIDGE}`).publishedAt?.value.iso).toBe('2023-05-04')
  })
  test('is never later than the arrival', () => {
    const article = readText(`${BRIDGE_TITLE}\n12 مايو 2031\n${BRIDGE}`, { receivedAt: '2024-06-01T08:00:00Z' })
    expect(article.publishedAt).toBeNull()
  })
  test('is counted back from the arrival where the page says how long ago', () => {
    const article = readText(`${BRIDGE_TITLE}\nمنذ يومين\n${BRIDGE}`, { receivedAt: '2024-06-10T08:00:00Z' })
    expect(article.publishedAt?.value.iso).toBe('2024-06-08')
    expect(flagsOf(article)).toContain('date-inferred')
  })
  test('is a month where the text only gives that away, and says so', () => {
    const article = readText(
      `${BRIDGE_TITLE}\n${BRIDGE}\nوسيزور الوزير الموقع في 20 أيلول/سبتمبر الجاري لمتابعة الأعمال المستمرة منذ عام 2021.`,
    )
    expect(article.publishedAt?.value).toEqual({ iso: '2022-09', precision: 'month' })
    expect(flagsOf(article)).toContain('date-inferred')
  })
  test('an event of the past in the text is no date of the article', () => {
    const article = readText(
      `${BRIDGE_TITLE}\n${BRIDGE}\nوكان الجسر قد تضرر في 26 يوليو/تموز 2017 خلال المعارك في المدينة القديمة.`,
    )
    expect(article.publishedAt).toBeNull()
    expect(flagsOf(article)).toContain('date-missing')
  })
  test('a dateline inside the first sentence counts', () => {
    expect(readText(`${BRIDGE_TITLE}\nالموصل، 8 آذار 2022 (أ ف ب) - ${BRIDGE}`).publishedAt?.value.iso).toBe(
      '2022-03-08',
    )
  })
  test('on a page is what it declares, never when a machine changed it', () => {
    const page = `<html><head><meta property="article:modified_time" content="2024-09-09T10:00:00Z"></head><body><h1>${BRIDGE_TITLE}</h1><p>${BRIDGE.split('\n').join('</p><p>')}</p></body></html>`
    expect(readHtml(page).publishedAt).toBeNull()
    const declared = page.replace(
      '</head>',
      '<meta property="article:published_time" content="2024-09-01T23:30:00+03:00"></head>',
    )
    expect(readHtml(declared).publishedAt?.value).toEqual({ iso: '2024-09-01T23:30:00+03:00', precision: 'minute' })
  })
  test('a time without a zone takes the zone of its source', () => {
    const article = readText(`جريدة المرسى\n${BRIDGE_TITLE}\nنشر في 12 مايو 2024 09:15\n${BRIDGE}`)
    expect(article.publishedAt?.value.iso).toBe('2024-05-12T09:15:00+03:00')
  })
  test('two declared dates that disagree are both shown', () => {
    const page = `<html><head><meta property="article:published_time" content="2024-09-01"><script type="application/ld+json">{"@type":"NewsArticle","headline":"x","datePublished":"2024-08-20"}</script></head><body><h1>${BRIDGE_TITLE}</h1><p>${BRIDGE}</p></body></html>`
    expect(readHtml(page).publishedAt?.evidence.detail).toMatchObject({ otherDate: '2024-08-20' })
  })
})
