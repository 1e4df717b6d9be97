import { foldText } from '#lib/text/fold.ts'

/** Zones that Arabic news names by a city or a country: «بتوقيت القدس المحتلة», «بتوقيت مكة المكرمة». */
const CITIES: Record<string, string> = {
  'مكة المكرمة': 'Asia/Riyadh',
  مكة: 'Asia/Riyadh',
  الرياض: 'Asia/Riyadh',
  السعودية: 'Asia/Riyadh',
  القاهرة: 'Africa/Cairo',
  مصر: 'Africa/Cairo',
  القدس: 'Asia/Jerusalem',
  غزة: 'Asia/Gaza',
  بيروت: 'Asia/Beirut',
  دمشق: 'Asia/Damascus',
  بغداد: 'Asia/Baghdad',
  عمان: 'Asia/Amman',
  الأردن: 'Asia/Amman',
  الكويت: 'Asia/Kuwait',
  الدوحة: 'Asia/Qatar',
  المنامة: 'Asia/Bahrain',
  الإمارات: 'Asia/Dubai',
  أبوظبي: 'Asia/Dubai',
  'أبو ظبي': 'Asia/Dubai',
  دبي: 'Asia/Dubai',
  مسقط: 'Asia/Muscat',
  صنعاء: 'Asia/Aden',
  الخرطوم: 'Africa/Khartoum',
  طرابلس: 'Africa/Tripoli',
  تونس: 'Africa/Tunis',
  الجزائر: 'Africa/Algiers',
  الرباط: 'Africa/Casablanca',
  المغرب: 'Africa/Casablanca',
  نواكشوط: 'Africa/Nouakchott',
  باريس: 'Europe/Paris',
  لندن: 'Europe/London',
  موسكو: 'Europe/Moscow',
  إسطنبول: 'Europe/Istanbul',
  طهران: 'Asia/Tehran',
  كييف: 'Europe/Kyiv',
  واشنطن: 'America/New_York',
}
const BY_NAME = new Map(Object.entries(CITIES).map(([name, zone]) => [foldText(name), zone]))

/** Pattern source of the folded names, only where «بتوقيت» has just been read. */
export const citySource = `(?<=بتوقيت\\s+)(?:${[...BY_NAME.keys()].sort((a, b) => b.length - a.length).join('|')})`

/** The IANA zone of a folded name. */
export const zoneOfCity = (folded: string): string | null => BY_NAME.get(folded) ?? null
