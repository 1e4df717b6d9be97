import { COMMON_WORDS } from '#lib/compare/common-words.ts'
import { isArabicScript } from '#lib/text/direction.ts'
import { foldText } from '#lib/text/fold.ts'
import { wordsOf } from '#lib/text/words.ts'
import entities from '#seeds/reference/entities.json' with { type: 'json' }

/**
 * A name of the entity list, found by its first word: إيكواس, CEDEAO and المجموعة الاقتصادية لدول غرب أفريقيا are one.
 * The list that Mirqab comes with: a stored story means the same by it whatever a desk has added since.
 */
export type EntityName = { id: string; rest: readonly string[]; isTown: boolean }

type Row = {
  id: string
  kind: string
  country?: string | null
  ar?: string | null
  en?: string | null
  fr?: string | null
  aliases?: Record<string, string[]>
}

const COMMON = new Set(COMMON_WORDS.flatMap(({ words }) => wordsOf(foldText(words))))
/** A name of one word must be long enough to be nothing else. */
const ALONE = 3

const BY_FIRST = new Map<string, EntityName[]>()
const ROWS = new Map((entities as Row[]).map((row) => [row.id, row]))
for (const { id, kind, country, ar, en, fr, aliases = {} } of ROWS.values()) {
  // A region of several countries lies around a town and is no other place.
  const isTown = kind === 'place' && typeof country === 'string'
  for (const name of [ar, en, fr, ...Object.values(aliases).flat()]) add({ id, isTown }, name)
}
// The longest first: مفوضية إيكواس before what it begins with.
for (const names of BY_FIRST.values()) names.sort((a, b) => b.rest.length - a.rest.length)

function add(entity: Pick<EntityName, 'id' | 'isTown'>, name: string | null | undefined): void {
  const [first, ...rest] = wordsOf(foldText(name ?? '')).map(bare)
  if (!first || (rest.length === 0 && (first.length < ALONE || COMMON.has(first)))) return
  const known = BY_FIRST.get(first)
  if (known) known.push({ ...entity, rest })
  else BY_FIRST.set(first, [{ ...entity, rest }])
}

/** What a listed entity is called in a language of the screens. */
export const listedName = (id: string, language: 'ar' | 'en'): string => ROWS.get(id)?.[language] ?? id

/** Without the article; of لل only what follows it. */
function bare(word: string): string {
  return word.length > 4 && (word.startsWith('ال') || word.startsWith('لل')) ? word.slice(2) : word
}

/** Names that begin with this folded word, with or without و, ب, ل, ك, ف and the article; null for none. */
export function entityNames(word: string): readonly EntityName[] | null {
  const found = BY_FIRST.get(bare(word))
  if (found || !isArabicScript(word)) return found ?? null
  let particles = 'وف'.includes(word[0] as string) ? 1 : 0
  if ('بلك'.includes(word[particles] as string)) particles++
  for (let letters = 1; letters <= Math.min(particles, word.length - 3); letters++) {
    const inner = BY_FIRST.get(bare(word.slice(letters)))
    if (inner) return inner
  }
  return null
}

/** The longest of these names that the words after the first go on with. */
export function longestName(
  names: readonly EntityName[] | null,
  wordAfter: (place: number) => string | undefined,
): EntityName | undefined {
  for (const name of names ?? []) if (goesOn(name.rest, wordAfter)) return name
  return undefined
}

function goesOn(rest: readonly string[], wordAfter: (place: number) => string | undefined): boolean {
  for (let i = 0; i < rest.length; i++) {
    const word = wordAfter(i)
    if (word !== rest[i] && (word === undefined || bare(word) !== rest[i])) return false
  }
  return true
}
