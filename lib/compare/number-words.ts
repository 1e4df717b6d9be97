import { foldText } from '#lib/text/fold.ts'

/** Values of number words in Arabic, English and French, by folded word. */
const VALUES = new Map<string, number>()
const SCALES = new Map<string, number>()

const give = (values: Map<string, number>, value: number, words: string): void => {
  for (const word of foldText(words).split(' ')) values.set(word, value)
}

give(VALUES, 1, 'واحد واحدا واحدة إحدى أحد one')
give(VALUES, 2, 'اثنان اثنين اثنا اثني اثنتا اثنتي two deux')
give(VALUES, 3, 'ثلاثة ثلاث three trois')
give(VALUES, 4, 'أربعة أربع four quatre')
give(VALUES, 5, 'خمسة خمس five cinq')
give(VALUES, 6, 'ستة ست six')
give(VALUES, 7, 'سبعة سبع seven sept')
give(VALUES, 8, 'ثمانية ثماني ثمان eight huit')
give(VALUES, 9, 'تسعة تسع nine neuf')
give(VALUES, 10, 'عشرة عشر ten dix')
give(VALUES, 11, 'eleven onze')
give(VALUES, 12, 'twelve douze')
give(VALUES, 13, 'thirteen treize')
give(VALUES, 14, 'fourteen quatorze')
give(VALUES, 15, 'fifteen quinze')
give(VALUES, 16, 'sixteen seize')
give(VALUES, 17, 'seventeen')
give(VALUES, 18, 'eighteen')
give(VALUES, 19, 'nineteen')
give(VALUES, 20, 'عشرون عشرين twenty vingt')
give(VALUES, 30, 'ثلاثون ثلاثين thirty trente')
give(VALUES, 40, 'أربعون أربعين forty quarante')
give(VALUES, 50, 'خمسون خمسين fifty cinquante')
give(VALUES, 60, 'ستون ستين sixty soixante')
give(VALUES, 70, 'سبعون سبعين seventy')
give(VALUES, 80, 'ثمانون ثمانين eighty')
give(VALUES, 90, 'تسعون تسعين ninety')
give(VALUES, 200, 'مئتان مئتين مائتان مائتين مئتا مئتي مائتا مائتي')
give(VALUES, 2000, 'ألفان ألفين ألفي')
for (const [digit, stem] of Object.entries({ 3: 'ثلاث', 4: 'أربع', 5: 'خمس', 6: 'ست', 7: 'سبع', 8: 'ثمان', 9: 'تسع' }))
  give(VALUES, Number(digit) * 100, `${stem}مئة ${stem}مائة`)
give(SCALES, 100, 'مئة مائة hundred cent cents')
give(SCALES, 1000, 'ألف آلاف ألفا thousand mille')
give(SCALES, 1e6, 'مليون مليونا ملايين million millions')
give(SCALES, 1e9, 'مليار مليارا مليارات بليون billion billions milliard milliards')

/** How number words end: of a hundred words one, so that few are looked at more closely. */
const endOf = (word: string): number => (word.charCodeAt(word.length - 2) << 16) | word.charCodeAt(word.length - 1)
const ENDS = new Set([...VALUES.keys(), ...SCALES.keys()].map(endOf))

/** Digits, with what Arabic writes together with them: و14, بـ6.1. */
const FIGURE = /^[وفبلك]{0,2}(\d[\d.,]*)$/
/** Letters come after the digits and their signs. */
const NINE = '9'.charCodeAt(0)
/** 1,400 and 1.400 are fourteen hundred, 1.4 and 2,5 are not. */
const THOUSANDS = /^\d{1,3}(?:[.,]\d{3})+$/

/** A word that writes a number or a part of one; `digits` is how many it is written with, 0 for a word. */
export type NumberWord = { value: number; scale: boolean; digits: number }

/** What a folded word is in a number; null where it is none. */
export function numberWord(word: string): NumberWord | null {
  const last = word.charCodeAt(word.length - 1)
  const figure = last <= NINE ? FIGURE.exec(word)?.[1] : undefined
  if (figure !== undefined) {
    const value = Number(THOUSANDS.test(figure) ? figure.replaceAll(/[.,]/g, '') : figure.replace(',', '.'))
    return Number.isFinite(value) ? { value, scale: false, digits: figure.length } : null
  }
  if (!ENDS.has(endOf(word))) return null
  const bare = bareNumber(word)
  const scale = SCALES.get(bare)
  if (scale !== undefined) return { value: scale, scale: true, digits: 0 }
  const value = VALUES.get(bare)
  return value === undefined ? null : { value, scale: false, digits: 0 }
}

/** What Arabic writes together with a number word: وعشرين, السبعة, لخمسين, بالمئة. */
const GLUED = /^[وف]?(?:[بلك]?(?:ال)?|لل)(?=..)/
/** With the article or a particle they are something else: Sunday, Monday, "I am not", per cent. */
const ALONE = new Set(foldText('أحد اثنين ست مئة مائة').split(' '))

function bareNumber(word: string): string {
  if (VALUES.has(word) || SCALES.has(word)) return word
  if (word.startsWith('و') && (VALUES.has(word.slice(1)) || SCALES.has(word.slice(1)))) return word.slice(1)
  const bare = word.replace(GLUED, '')
  return ALONE.has(bare) ? word : bare
}

/**
 * The numbers that words make together: `31` is واحدا وثلاثين, thirty-one and 31; `11000` is أحد عشر ألف, 11,000 and
 * onze mille, `3200` is 3 200 with a space.
 *
 * @param words for each word of a text what {@link numberWord} says of it.
 */
export function numbersIn(words: readonly (NumberWord | null)[]): number[] {
  const found: number[] = []
  let total = 0
  let current = 0
  let open = false
  let digits = false
  const close = () => {
    if (open) found.push(total + current)
    total = current = 0
    open = digits = false
  }
  for (const word of words) {
    if (word === null) close()
    else if (word.scale) {
      if (word.value === 100) current = Math.max(1, current) * 100
      else {
        total += Math.max(1, current) * word.value
        current = 0
      }
      open = true
    } else if (word.digits) {
      // Thousands set apart by a space; any other figure is a number of its own.
      if (digits && word.digits === 3 && current > 0 && current < 1000 && total === 0) {
        current = current * 1000 + word.value
      } else {
        close()
        current = word.value
      }
      open = digits = true
    } else {
      // "The twenty-seven, seven of them children": a second unit begins a number of its own.
      if (digits || (word.value < 10 && current % 10 !== 0)) close()
      current += word.value
      open = true
    }
  }
  close()
  return found
}
