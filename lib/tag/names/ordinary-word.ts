import { BARE_WORDS, ROOTS } from '#lib/tag/names/roots.ts'
import { foldText } from '#lib/text/fold.ts'

/**
 * Whether a folded Arabic word is explained by a root of the language and a pattern, or is one of the bare words of
 * news. What is not explained may be a foreign name. By letters alone: كوفي could be of كفف, and a list of names has to
 * say otherwise.
 */
export function isOrdinaryWord(word: string): boolean {
  const known = remembered.get(word)
  if (known !== undefined) return known
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  const found = withoutParticles(word).some(isOrdinaryByItself)
  remembered.set(word, found)
  return found
}

/** The same of a word as it stands: ب of بوقف is no part of a word, that of بركات is. */
export const isOrdinaryByItself = (word: string): boolean =>
  cores(word).some(({ core, derived }) => isExplained(core, derived))

const MOST_REMEMBERED = 100_000
const remembered = new Map<string, boolean>()

const LETTERS_OF_ROOT = ROOTS.map((root) => foldText(root).replace(/ء/g, 'ا'))
const ROOT_SET = new Set(LETTERS_OF_ROOT)
const BARE = new Set(BARE_WORDS.map(foldText))

/** ك stands before the article only, ف before it and verbs: فلوريان, كابيلو are names. */
const BEFORE = /^(?:و|ف(?=ال|[يتنس]))?(?:س(?=[ايتن])|[بل]|ك(?=ال))?/
const DERIVING = [
  '',
  'مست',
  'است',
  'يست',
  'تست',
  'نست',
  'مت',
  'يت',
  'تت',
  'نت',
  'من',
  'ان',
  'ين',
  'تن',
  'ا',
  'م',
  'ت',
  'ي',
  'ن',
]
const ENDINGS = (
  'هما تهما اتهما ها تها اتها هم تهم اتهم هن نا تنا اتنا ني كم ه ته اته ك ي تي اتي يه ية يات يا يون يين يان ات ون ين ان وا ا ' +
  'ت تا تم تين تان وه وها وهم ونه ونها اء اءه اءها اءهم انه انها ينه يهم يها يته يتها يتهم انية اني انيه انيات'
).split(' ')

type Core = { core: string; derived: string }

/** What may be left of a word without prefixes and endings. */
function cores(word: string): Core[] {
  if (BARE.has(word)) return [{ core: word, derived: 'bare' }]
  const found: Core[] = []
  for (const ending of ['', ...ENDINGS]) {
    if (!word.endsWith(ending)) continue
    const stem = word.slice(0, word.length - ending.length)
    if (ending && BARE.has(stem)) return [{ core: stem, derived: 'bare' }]
    for (const derived of DERIVING) {
      const core = stem.slice(derived.length)
      if (stem.startsWith(derived) && core.length >= 2 && core.length <= 6) found.push({ core, derived })
    }
  }
  return found
}

/** The word, and what it is without و ب ل and the article. */
function withoutParticles(word: string): string[] {
  const forms = [word]
  const before = BEFORE.exec(word)?.[0].length ?? 0
  for (let i = 1; i <= before; i++) if (word.length - i >= 2) forms.push(word.slice(i))
  return forms.flatMap((form) => {
    if (form.length > 3 && /^(?:ال|لل)/.test(form)) return [form.slice(2)]
    return [form]
  })
}

const WEAK = ['ا', 'و', 'ي']
const isWeak = (letter: string | undefined): boolean =>
  letter === 'ا' || letter === 'و' || letter === 'ي' || letter === 'ء'

/** A radical as it may stand: each weak letter for the others. */
const asRadical = (letter: string): string[] => (isWeak(letter) ? WEAK : [letter])

const isRoot = (a: string, b: string, c: string): boolean =>
  asRadical(a).some((x) => asRadical(b).some((y) => asRadical(c).some((z) => ROOT_SET.has(x + y + z))))

/** First, vowel, second, vowel, third: the vowels that Arabic patterns have there. */
const THREE = /^(.)(وا|يا|ا|و|ي)?(.)(اي|ا|و|ي)?(.)$/
const FOUR = /^(.)(.)(ا|و)?(.)(ا|و|ي)?(.)$/

function isExplained(core: string, derived: string): boolean {
  if (derived === 'bare') return true
  if (core.length === 2) return isDoubledOrCut(core)
  if (core.length === 3 && isRoot(core[0] as string, core[1] as string, core[2] as string)) return true
  if (/^.[اوي].$/.test(core) && isDoubledOrCut(`${core[0]}${core[2]}`)) return true
  if (core.length >= 4 && core.length <= 6 && byPattern(core)) return true
  // افتعل puts a ت behind the first radical, and swallows و: اتصل.
  const eighth =
    derived !== '' && core.length >= 4 && /[تط]/.test(core[1] as string) ? (core[0] as string) + core.slice(2) : ''
  if (eighth.length === 3 && isRoot(eighth[0] as string, eighth[1] as string, eighth[2] as string)) return true
  if (eighth.length > 3 && byPattern(eighth)) return true
  return derived !== '' && core.startsWith('ت') && core.length >= 3 && isExplained(`و${core.slice(1)}`, '')
}

/** حل is of حلل, and ثقة of وثق. */
const isDoubledOrCut = (two: string): boolean =>
  isRoot(two[0] as string, two[1] as string, two[1] as string) || ROOT_SET.has(`و${two}`)

function byPattern(core: string): boolean {
  const three = THREE.exec(core)
  if (three) {
    const [, a = '', first = '', b = '', second = '', c = ''] = three
    // Two long vowels stand in few patterns: قانون, تاريخ, قوانين. شيراك and كازاك are none.
    const natural = second === '' || first === '' || /^(?:ا[وي]|واي|ياي)$/.test(first + second)
    if (natural && isRoot(a, b, c)) return true
  }
  // Final weak radicals: قضاة, مساعي; and a doubled one with a vowel between: قرار.
  const last = /^(.)(ا|و|ي)?(.)([اويء]{1,2})$/.exec(core)
  if (last && WEAK.some((weak) => isRoot(last[1] as string, last[3] as string, weak))) return true
  const four = FOUR.exec(core)
  return four ? ROOT_SET.has(`${four[1]}${four[2]}${four[4]}${four[6]}`) : ROOT_SET.has(core)
}
