import { ARABIC_TO_ARABIC, LATIN_BEGINS, LATIN_ENDS, LATIN_TO_ARABIC } from '#lib/tag/names/letter-costs.ts'
import { isArabicScript } from '#lib/text/direction.ts'
import { foldText } from '#lib/text/fold.ts'

/**
 * How close two names are, 0 to 1, whatever the script and the spelling: Tchiani and تشياني, تياني and تشياني. The least
 * costly way to write the letters of one as the letters of the other (a weighted alignment of runs of letters), against
 * the weight of what there is to write. Above about .8 two spellings may well be one name.
 */
export const nameCloseness = (a: string, b: string): number => closenessTo(a)(b)

/** The same for one name against many: what its letters may become is looked up once. */
export function closenessTo(name: string): (other: string) => number {
  const own = lettersOf(name)
  const isArabic = isArabicScript(own)
  const ways = waysOf(own, isArabic)
  const weight = weightOf(own)
  return (other) => {
    const letters = lettersOf(other)
    if (own === '' || letters === '') return 0
    if (letters === own) return 1
    const cost =
      isArabic && !isArabicScript(letters)
        ? alignmentCost(waysOf(letters, false), own)
        : // Two names in Latin letters meet in Arabic ones, the other as it is most simply written.
          alignmentCost(ways, isArabicScript(letters) ? letters : plainArabic(letters))
    return Math.max(0, 1 - (2 * cost) / (weight + weightOf(letters)))
  }
}

/** Letters alone, folded: hyphens, spaces and apostrophes are written or not. */
const lettersOf = (name: string): string => {
  const folded = foldText(name)
  return /[^a-z\u0621-\u064a]/.test(folded) ? folded.replace(/[^\p{L}]/gu, '') : folded
}

const VOWELS = new Set('aeiouyاويهءع')

/** Consonants tell names apart, vowels little. */
function weightOf(letters: string): number {
  let weight = 0
  for (const letter of letters) weight += VOWELS.has(letter) ? 0.35 : 1
  return Math.max(1, weight)
}

type Way = { length: number; to: string; first: number; cost: number }
type Table = Map<string, { to: string; cost: number }[]>

function tableOf(costs: Record<string, string>): Table {
  return new Map(
    Object.entries(costs).map(([letters, ways]) => [
      letters,
      ways.split(', ').map((way) => {
        const [to = '', cost = '0'] = way.split(' ')
        return { to: to === '-' ? '' : to, cost: Number(cost) }
      }),
    ]),
  )
}

const latin = tableOf(LATIN_TO_ARABIC)
const begins = tableOf(LATIN_BEGINS)
const ends = tableOf(LATIN_ENDS)
const arabic = tableOf(ARABIC_TO_ARABIC)

const LONGEST_RUN = 4
/** To leave a letter out that is none of the language's silent ones, or to put one in. */
const LEAVE_OUT = 1
const PUT_IN = 1
const PUT_IN_VOWEL = 0.3

/** For each place of a name the runs of letters that begin there, and what each may become. */
function waysOf(letters: string, isArabic: boolean): Way[][] {
  return Array.from({ length: letters.length }, (_, at) => {
    const ways: Way[] = [
      { length: 1, to: '', first: Number.NaN, cost: VOWELS.has(letters[at] as string) ? 0.4 : LEAVE_OUT },
    ]
    for (let length = 1; length <= LONGEST_RUN && at + length <= letters.length; length++) {
      const run = letters.slice(at, at + length)
      const tables = isArabic
        ? [arabic]
        : [latin, ...(at === 0 ? [begins] : []), ...(at + length === letters.length ? [ends] : [])]
      for (const table of tables) for (const { to, cost } of table.get(run) ?? []) ways.push(wayOf(length, to, cost))
      // A doubled letter is written once.
      if (length === 2 && run[0] === run[1])
        for (const { to, cost } of (isArabic ? arabic : latin).get(run[0] as string) ?? [])
          ways.push(wayOf(length, to, cost + 0.05))
    }
    return ways
  })
}

const wayOf = (length: number, to: string, cost: number): Way => ({ length, to, first: to.charCodeAt(0), cost })

/** Kept from one alignment to the next: a search makes thousands. */
let costs = new Float64Array(1024)

/** The least cost of writing a name, by its ways, as these letters. */
function alignmentCost(ways: readonly Way[][], target: string): number {
  const width = target.length + 1
  const size = (ways.length + 1) * width
  if (costs.length < size) costs = new Float64Array(2 * size)
  const cost = costs.fill(Number.POSITIVE_INFINITY, 0, size)
  cost[0] = 0
  for (let i = 0; i <= ways.length; i++) {
    for (let j = 0; j < width; j++) {
      const here = cost[i * width + j] as number
      if (here === Number.POSITIVE_INFINITY) continue
      const letter = target.charCodeAt(j)
      if (j + 1 < width) {
        const put = here + (VOWELS.has(target[j] as string) ? PUT_IN_VOWEL : PUT_IN)
        if (put < (cost[i * width + j + 1] as number)) cost[i * width + j + 1] = put
      }
      for (const way of ways[i] ?? []) {
        // Most ways are told off by their first letter.
        if (way.to !== '' && (way.first !== letter || !target.startsWith(way.to, j))) continue
        const place = (i + way.length) * width + j + way.to.length
        const written = here + way.cost
        if (written < (cost[place] as number)) cost[place] = written
      }
    }
  }
  return cost[size - 1] as number
}

/** A Latin name as it is most simply written in Arabic. */
function plainArabic(letters: string): string {
  const ways = waysOf(letters, false)
  let out = ''
  for (let at = 0; at < letters.length; ) {
    const options = (ways[at] as Way[]).slice(1)
    const best = options.sort((a, b) => a.cost - b.cost || b.length - a.length)[0]
    out += best?.to ?? ''
    at += best?.length ?? 1
  }
  return out
}
