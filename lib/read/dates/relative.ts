import { foldText } from '#lib/text/fold.ts'

export type Unit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'
/**
 * How long before a moment: calendar months, days and minutes apart, because months have no length.
 * `unit` is the largest that was named, which is how exact it is; `isMarked` where words say that it is past (منذ, ago).
 */
export type Ago = { months: number; days: number; minutes: number; unit: Unit; isMarked: boolean }

/** Stems of units, folded; Arabic forms first, then English, French, Persian. */
const UNITS: [RegExp, Unit][] = [
  [/^(?:ثاني\p{L}*|ثوان\p{L}*|sec(?:ond)?s?|seconde?s?|ثانيه)$/u, 'second'],
  [/^(?:دقيق\p{L}*|دقايق|minutes?|mins?|mn)$/u, 'minute'],
  [/^(?:ساع[هت]\p{L}*|ساعات|hours?|hrs?|heures?|h|ساعت)$/u, 'hour'],
  [/^(?:يوم\p{L}{0,3}|ايام|days?|jours?|روز)$/u, 'day'],
  [/^(?:اسبوع\p{L}{0,3}|اسابيع|weeks?|semaines?|هفته)$/u, 'week'],
  [/^(?:شهر\p{L}{0,3}|اشهر|شهور|months?|mois|ماه)$/u, 'month'],
  [/^(?:عام\p{L}{0,3}|اعوام|سن[هت]\p{L}{0,3}|سنوات|سنين|years?|ans?|annees?|سال)$/u, 'year'],
]
const ORDER: Unit[] = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year']

const NUMBERS: Record<string, number> = numbers({
  1: 'واحد واحدة a an one un une یک',
  2: 'اثنين اثنان اثنتين two deux دو',
  3: 'ثلاث ثلاثة three trois سه',
  4: 'أربع أربعة four quatre چهار',
  5: 'خمس خمسة five cinq پنج',
  6: 'ست ستة six شش',
  7: 'سبع سبعة seven sept هفت',
  8: 'ثمان ثماني ثمانية eight huit هشت',
  9: 'تسع تسعة nine neuf نه',
  10: 'عشر عشرة ten dix ده',
  20: 'عشرين عشرون twenty vingt بیست',
  30: 'ثلاثين ثلاثون thirty trente سی',
})

function numbers(words: Record<number, string>): Record<string, number> {
  const byWord: Record<string, number> = {}
  for (const [value, forms] of Object.entries(words))
    for (const form of forms.split(' ')) byWord[foldText(form)] = Number(value)
  return byWord
}

const PART_OF_DAY = '(?:(?:صباح|مساء|ظهر|عصر|فجر|ليل|ليله)\\s+)?'
const FIXED: [RegExp, Unit, number][] = [
  [/^(?:الان|للتو|قبل قليل|منذ قليل|قبل لحظات|منذ لحظات|just now|now|a l'instant|هم اكنون)$/u, 'minute', 0],
  [new RegExp(`^${PART_OF_DAY}(?:هذا )?اليوم$|^(?:today|aujourd'hui|امروز)$`, 'u'), 'day', 0],
  [new RegExp(`^${PART_OF_DAY}(?:يوم )?(?:ال)?(?:امس|بارحه)$|^(?:اليوم السابق|yesterday|hier|ديروز)$`, 'u'), 'day', 1],
  [/^(?:يوم )?(?:اول امس|اول من امس|امس الاول|قبل امس|avant-hier|the day before yesterday|پريروز)$/u, 'day', 2],
]
const LAST = '(?:الماضي|الماضيه|الفايت|الفايته|المنصرم|المنصرمه|السابق|السابقه)'
const LAST_UNIT = new RegExp(
  `^(?:في |خلال )?ال(?<ar>\\p{L}+) ${LAST}$|^last (?<en>week|month|year)$|^(?:l[ea] ?|l')(?<fr>semaine|mois|annee|an) (?:dernier|derniere|passe|passee)$|^(?<fa>هفته|ماه|سال) (?:كذشته|پيش)$`,
  'u',
)
const LABEL = /^(?:(?:نشرت?|تم النشر|published|posted|publie)\s*:?\s+)/u
const BEFORE = /^(?:منذ|قبل|من|مضي|il y a|depuis)\s+/u
const AFTER = /\s+(?:ago|مضت|خلت|پيش|قبل)$/u

/**
 * The time before the present that a short folded text names, if it is nothing else: «منذ 3 ساعات», «قبل يومين», «أمس»,
 * «الأسبوع الماضي», 2 days ago, il y a 3 jours. A bare plural («منذ أيام») says no number and is none.
 */
export function agoOf(folded: string): Ago | null {
  const text = folded
    .replace(/[\s.،]+$/u, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(LABEL, '')
  for (const [pattern, unit, count] of FIXED) if (pattern.test(text)) return ago([[unit, count]], true)
  const last = LAST_UNIT.exec(text)?.groups
  if (last) {
    const unit = unitOf(last.ar ?? last.en ?? last.fr ?? last.fa ?? '')
    return unit && ORDER.indexOf(unit) >= ORDER.indexOf('day') ? ago([[unit, 1]], true) : null
  }
  const isMarked = BEFORE.test(text) || AFTER.test(text)
  const pieces = text
    .replace(BEFORE, '')
    .replace(AFTER, '')
    .split(/\s*[,،]\s*|\s+(?:و|and|et)\s*(?=\d|\p{L})/u)
  const counted = pieces.map(pieceOf)
  if (counted.length === 0 || counted.some((piece) => piece === null)) return null
  return ago(counted as [Unit, number][], isMarked)
}

function pieceOf(text: string): [Unit, number] | null {
  const half = /^(?:نصف|half an|une demi-?)\s?(?:ساعه|hour|heure)$/u.test(text)
  if (half) return ['minute', 30]
  const match = /^(?:(\d{1,3}|[\p{L}]+)\s+)?(\p{L}+)$/u.exec(text) ?? /^(\d{1,3})(\p{L}+)$/u.exec(text)
  const unit = unitOf(match?.[2] ?? '')
  if (!match || !unit) return null
  const written = match[1]
  if (written !== undefined) {
    const count = /^\d+$/.test(written) ? Number(written) : NUMBERS[written]
    return count === undefined ? null : [unit, count]
  }
  const word = match[2] as string
  // The Arabic dual ends in ين or ان: يومين, ساعتان.
  if (/(?:ين|ان)$/u.test(word) && word.length > 4 && word !== 'سنين' && !/^ثوان/u.test(word)) return [unit, 2]
  return PLURAL.test(word) ? null : [unit, 1]
}

const PLURAL = /(?:^(?:ايام|اسابيع|اشهر|شهور|اعوام|سنوات|سنين|ساعات|دقايق|ثواني?)$|s$)/u

const unitOf = (word: string): Unit | undefined => UNITS.find(([pattern]) => pattern.test(word))?.[1]

function ago(pieces: [Unit, number][], isMarked: boolean): Ago {
  const sum: Ago = { months: 0, days: 0, minutes: 0, unit: 'second', isMarked }
  for (const [unit, count] of pieces) {
    if (unit === 'minute') sum.minutes += count
    else if (unit === 'hour') sum.minutes += count * 60
    else if (unit === 'day') sum.days += count
    else if (unit === 'week') sum.days += count * 7
    else if (unit === 'month') sum.months += count
    else if (unit === 'year') sum.months += count * 12
    if (ORDER.indexOf(unit) > ORDER.indexOf(sum.unit)) sum.unit = unit
  }
  return sum
}

/** The moment that long before `base` (both in milliseconds); a month back from the 31st is the last day of that month. */
export function momentAgo(base: number, { months, days, minutes }: Ago): number {
  const date = new Date(base)
  const day = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() - months)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(day, last))
  return date.getTime() - days * 86_400_000 - minutes * 60_000
}
