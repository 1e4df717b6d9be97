import { foldText } from '#lib/text/fold.ts'

/**
 * Names of months as news writes them. Arabic has three Gregorian sets (the Gulf and Egypt, the Levant and Iraq, the
 * Maghreb), Hijri months, and Persian has Jalali ones; the others are the languages our sources are reprinted from.
 */
export type Calendar = 'gregorian' | 'hijri' | 'jalali'
export type Month = { number: number; calendar: Calendar }

const GREGORIAN: string[][] = [
  ['يناير', 'كانون الثاني', 'جانفي', 'ژانویه', 'جنوری', 'january', 'jan', 'janvier', 'janv', 'januar', 'jänner', 'jaenner', 'enero', 'gennaio', 'janeiro', 'januari', 'ocak', 'января', 'январь', 'stycznia', 'ינואר', 'جنوري'],
  ['فبراير', 'شباط', 'فيفري', 'فوریه', 'فروری', 'february', 'feb', 'février', 'févr', 'fév', 'februar', 'feber', 'febrero', 'febbraio', 'fevereiro', 'februari', 'şubat', 'февраля', 'февраль', 'lutego', 'פברואר'],
  ['مارس', 'آذار', 'مارچ', 'march', 'mar', 'mars', 'märz', 'maerz', 'mär', 'marzo', 'março', 'maart', 'mart', 'марта', 'март', 'marca', 'מרץ'],
  ['أبريل', 'ابريل', 'إبريل', 'نيسان', 'أفريل', 'آوریل', 'اپریل', 'april', 'apr', 'avril', 'avr', 'abril', 'aprile', 'nisan', 'апреля', 'апрель', 'kwietnia', 'אפריל'],
  ['مايو', 'أيار', 'ماي', 'مئی', 'may', 'mai', 'mayo', 'maggio', 'maio', 'mei', 'mayıs', 'мая', 'май', 'maja', 'מאי'],
  ['يونيو', 'يونيه', 'حزيران', 'جوان', 'ژوئن', 'جون', 'june', 'jun', 'juin', 'juni', 'junio', 'giugno', 'junho', 'haziran', 'июня', 'июнь', 'czerwca', 'יוני'],
  ['يوليو', 'يوليه', 'يوليوز', 'تموز', 'جويلية', 'جويليه', 'ژوئیه', 'جولائی', 'july', 'jul', 'juillet', 'juil', 'juli', 'julio', 'luglio', 'julho', 'temmuz', 'июля', 'июль', 'lipca', 'יולי'],
  ['أغسطس', 'اغسطس', 'آب', 'أوت', 'غشت', 'اگست', 'august', 'aug', 'août', 'aout', 'agosto', 'augustus', 'ağustos', 'августа', 'август', 'sierpnia', 'אוגוסט'],
  ['سبتمبر', 'أيلول', 'شتنبر', 'سپتامبر', 'ستمبر', 'september', 'sept', 'sep', 'septembre', 'septiembre', 'settembre', 'setembro', 'eylül', 'сентября', 'сентябрь', 'września', 'ספטמבר'],
  ['أكتوبر', 'اكتوبر', 'تشرين الأول', 'تشرين الاول', 'اکتبر', 'اکتوبر', 'october', 'oct', 'octobre', 'oktober', 'okt', 'octubre', 'ottobre', 'outubro', 'ekim', 'октября', 'октябрь', 'października', 'אוקטובר'],
  ['نوفمبر', 'تشرين الثاني', 'نونبر', 'نوامبر', 'نومبر', 'november', 'nov', 'novembre', 'noviembre', 'novembro', 'kasım', 'ноября', 'ноябрь', 'listopada', 'נובמבר'],
  ['ديسمبر', 'كانون الأول', 'كانون الاول', 'دجنبر', 'دسامبر', 'دسمبر', 'december', 'dec', 'décembre', 'déc', 'dezember', 'dez', 'diciembre', 'dicembre', 'dezembro', 'aralık', 'декабря', 'декабрь', 'grudnia', 'דצמבר'],
]
const HIJRI: string[][] = [
  ['محرم', 'المحرم'], ['صفر'], ['ربيع الأول', 'ربيع أول'], ['ربيع الآخر', 'ربيع الثاني', 'ربيع آخر'],
  ['جمادى الأولى', 'جمادى الأول'], ['جمادى الآخرة', 'جمادى الثانية', 'جمادى الآخر'], ['رجب'], ['شعبان'], ['رمضان'], ['شوال'],
  ['ذو القعدة', 'ذي القعدة', 'ذوالقعدة'], ['ذو الحجة', 'ذي الحجة', 'ذوالحجة'],
]
const JALALI: string[][] = [
  ['فروردین'], ['اردیبهشت'], ['خرداد'], ['تیر'], ['مرداد', 'امرداد'], ['شهریور'], ['مهر'], ['آبان'], ['آذر'], ['دی'], ['بهمن'], ['اسفند'],
]

const BY_NAME = new Map<string, Month>()
const add = (sets: string[][], calendar: Calendar) => {
  sets.forEach((names, i) => {
    for (const name of names) if (!BY_NAME.has(foldText(name))) BY_NAME.set(foldText(name), { number: i + 1, calendar })
  })
}
add(GREGORIAN, 'gregorian')
add(HIJRI, 'hijri')
add(JALALI, 'jalali')

/** The month a folded name means. */
export const monthOf = (foldedName: string): Month | undefined => BY_NAME.get(foldedName.replace(/\s+/g, ' '))

const byLength = [...BY_NAME.keys()].sort((a, b) => b.length - a.length)
/** Alternation of every folded name, longest first, for use inside a pattern. */
export const MONTH_SOURCE = byLength.map((name) => name.replace(/ /g, '\\s+')).join('|')

/** Weekdays, Sunday 0, folded: Arabic, Persian, English, French, German. */
const WEEKDAYS: string[][] = [
  ['الأحد', 'یکشنبه', 'یک شنبه', 'sunday', 'dimanche', 'sonntag'],
  ['الاثنين', 'الإثنين', 'دوشنبه', 'دو شنبه', 'monday', 'lundi', 'montag'],
  ['الثلاثاء', 'سه شنبه', 'سه‌شنبه', 'tuesday', 'mardi', 'dienstag'],
  ['الأربعاء', 'چهارشنبه', 'چهار شنبه', 'wednesday', 'mercredi', 'mittwoch'],
  ['الخميس', 'پنجشنبه', 'پنج شنبه', 'thursday', 'jeudi', 'donnerstag'],
  ['الجمعة', 'جمعه', 'friday', 'vendredi', 'freitag'],
  ['السبت', 'شنبه', 'saturday', 'samedi', 'samstag'],
]
const WEEKDAY_BY_NAME = new Map(WEEKDAYS.flatMap((names, day) => names.map((name) => [foldText(name), day] as const)))

/** The weekday (Sunday 0) that a folded name means. */
export const weekdayOf = (foldedName: string): number | undefined => WEEKDAY_BY_NAME.get(foldedName)
export const WEEKDAY_SOURCE = [...WEEKDAY_BY_NAME.keys()].sort((a, b) => b.length - a.length).join('|')
