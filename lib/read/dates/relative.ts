/** «منذ 3 ساعات», «قبل يومين», 2 days ago, il y a 3 jours: how long before the page was shown. Folded text. */
const UNITS: [RegExp, number][] = [
  [/^(?:ثاني|ثوان|second|دقيق|دقائق|min|mn)/u, 0],
  [/^(?:ساع|hour|heure|h$)/u, 1 / 24],
  [/^(?:يوم|ايام|day|jour|روز)/u, 1],
  [/^(?:اسبوع|اسابيع|week|semaine)/u, 7],
  [/^(?:شهر|اشهر|شهور|month|mois)/u, 30],
]
const NUMBERED =
  /(?:منذ|قبل|il y a)\s+(\d{1,3}|ثلاثه?|اربعه?|خمسه?|سته?|سبعه?|an?|one|two|three)?\s*(\p{L}+)|(\d{1,3}|an?|one|two|three)\s+(\p{L}+)\s+ago/u
const WORDS: Record<string, number> = {
  ثلاث: 3,
  ثلاثه: 3,
  اربع: 4,
  اربعه: 4,
  خمس: 5,
  خمسه: 5,
  ست: 6,
  سته: 6,
  سبع: 7,
  سبعه: 7,
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
}

/**
 * Days before the moment of reading that a short folded text names.
 * @returns 0 for today, 1 for yesterday; a fraction for hours; null where it names none
 */
export function daysAgo(folded: string): number | null {
  const text = folded.trim()
  if (/^(?:ال)?(?:يوم|ان|today|aujourd'hui|now|just now)$/u.test(text)) return 0
  if (/^(?:يوم )?(?:امس|yesterday|hier)$/u.test(text)) return 1
  const match = NUMBERED.exec(text)
  if (!match) return null
  const unit = match[2] ?? match[4] ?? ''
  const size = UNITS.find(([pattern]) => pattern.test(unit))?.[1]
  if (size === undefined) return null
  // The Arabic dual ends in ين or ان: يومين, ساعتان.
  const written = match[1] ?? match[3]
  const count =
    written === undefined ? (/(?:ين|ان)$/u.test(unit) && unit.length > 4 ? 2 : 1) : (WORDS[written] ?? Number(written))
  return count * size
}
