import { describe, expect, test } from 'vitest'
import { findDatesIn, isoOf } from '#lib/read/dates/find-dates.ts'
import { agoOf, momentAgo } from '#lib/read/dates/relative.ts'
import { foldText } from '#lib/text/fold.ts'

const read = (words: string) => findDatesIn(words).map(isoOf)
const readTime = (words: string) => {
  const date = findDatesIn(words)[0]
  return date?.zone ? `${date.time} ${date.zone}` : date?.time
}

describe('days written as words', () => {
  test.each([
    ['الأول من أيار/مايو 2021', '2021-05-01'],
    ['الحادي والعشرين من نيسان 2023', '2023-04-21'],
    ['السابع عشر من شهر كانون الثاني عام 2020', '2020-01-17'],
    ['دوشنبه بیست و هفتم دی ۱۴۰۰', '2022-01-17'],
    ['یکم اسفند ماه ۱۳۹۹', '2021-02-19'],
    ['سی‌ام مهر ۱۴۰۱', '2022-10-22'],
    ['۹ مرداد ۰۱ ساعت ۸:۳۰', '2022-07-31'],
  ])('%s is %s', (words, iso) => expect(read(words)).toEqual([iso]))
  test('a month named twice is not a day of the second one', () => {
    expect(read('في تشرين الثاني نوفمبر 2023')).toEqual(['2023-11'])
    expect(read('في كانون الأول/ديسمبر 2023')).toEqual(['2023-12'])
  })
  test('a count in front of a month is not its day', () => {
    expect(read('خسر الفريق سي 3 مباريات في مهر 20')).toEqual([])
    expect(read('۲۶ شهریور 20 نفر')).toEqual([])
  })
})

describe('months of every region', () => {
  test.each([
    ['15 دجنبر 2022', '2022-12-15'],
    ['3 جانفي 2020', '2020-01-03'],
    ['28 مايس 2003', '2003-05-28'],
    ['7 آب (أغسطس) 2021', '2021-08-07'],
    ['١٢يوليو٢٠٢٣', '2023-07-12'],
    ['٥ی ئازاری ٢٠٢٢', '2022-03-05'],
    ['4 رمضان المبارك 1444 هـ', '2023-03-26'],
    ['٢٢ ذو القعدة ١٤٤٣هـ', '2022-06-21'],
    ['12 فبراير لسنة 2019', '2019-02-12'],
  ])('%s is %s', (words, iso) => expect(read(words)[0] ?? null).toBe(iso))
  test('an old year is a date where the past is asked for, and none where news is', () => {
    expect(read('في 14 مايو 1948')).toEqual([])
    expect(findDatesIn('في 14 مايو 1948', 'dmy', 1900).map(isoOf)).toEqual(['1948-05-14'])
  })
  test('a Hijri or Jalali month with a Gregorian year is no date', () => {
    expect(read('5 صفر 2024')).toEqual([])
    expect(read('۵ دی ۲۰۲۴')).toEqual([])
  })
})

describe('the time of day', () => {
  test.each([
    ['3 مارس 2022، الساعة الخامسة', null],
    ['3 مارس 2022، الساعة 5 مساءً', '17:00'],
    ['3 مارس 2022 الساعة 11 ليلا', '23:00'],
    ['3 مارس 2022 الساعة 10.45 صباحا', '10:45'],
    ['3 مارس 2022 - 14:30 بتوقيت غرينتش', '14:30Z'],
    ['3 مارس 2022 18:00 (بتوقيت القاهرة)', '18:00 Africa/Cairo'],
    ['3 مارس 2022 18:00 GMT+3', '18:00+03:00'],
    ['3 mars 2022 à 18 h 05', '18:05'],
    ['3 March 2022, 12:10 a.m.', '00:10'],
    ['۱۲ اسفند ۱۴۰۰ ساعت ۹ و ۵ دقیقه', '09:05'],
  ])('%s', (words, time) => expect(readTime(words) ?? null).toBe(time))
})

describe('how long ago', () => {
  const base = Date.UTC(2024, 2, 31, 12)
  const day = (words: string) => {
    const ago = agoOf(foldText(words))
    return ago && new Date(momentAgo(base, ago)).toISOString().slice(0, 13)
  }
  test.each([
    ['قبل ساعتين', '2024-03-31T10'],
    ['منذ نصف ساعة', '2024-03-31T11'],
    ['نُشر منذ 5 ساعات', '2024-03-31T07'],
    ['قبل ثلاثة أيام', '2024-03-28T12'],
    ['منذ أحد عشر يوما', null],
    ['أول أمس', '2024-03-29T12'],
    ['مساء أمس', '2024-03-30T12'],
    ['منذ أسبوعين', '2024-03-17T12'],
    ['الأسبوع الماضي', '2024-03-24T12'],
    ['الشهر الماضي', '2024-02-29T12'],
    ['العام المنصرم', '2023-03-31T12'],
    ['۲ روز پیش', '2024-03-29T12'],
    ['دیروز', '2024-03-30T12'],
    ['il y a 2 semaines', '2024-03-17T12'],
    ['la semaine dernière', '2024-03-24T12'],
    ['an hour ago', '2024-03-31T11'],
  ])('%s', (words, moment) => expect(day(words)).toBe(moment))
  test.each(['منذ أيام', 'قبل سنوات', 'منذ عقود', 'قبل الحرب', 'منذ 7 أكتوبر', 'اليوم السابع', 'يوم جديد', 'days ago'])(
    '«%s» names no number',
    (words) => expect(day(words)).toBeNull(),
  )
})
