import type { NameKind } from '#lib/tag/names/kinds.ts'
import { closenessTo } from '#lib/tag/names/name-closeness.ts'
import { nameWords } from '#lib/tag/names/name-key.ts'

/** Something that has names, in any script and spelling. */
export type HasNames = { id: string; kind: NameKind; names: readonly string[] }
/** One whose name is close, with the name that is, and how close (0 to 1). */
export type CloseName = { id: string; name: string; closeness: number }

/** From here on two spellings may well be one name (name-closeness.ts). */
const CLOSE = 0.8
/** Of another kind only what is hardly anything else: a town and a man of that town are two. */
const CLOSE_OF_OTHER_KIND = 0.9
/** A family's name alone says less than all of a name does. */
const FAMILY_NAME = 0.9
/** Of two names of which one has so much fewer consonants, neither is the other; those of one consonant are like any. */
const ALIKE_IN_LENGTH = 0.6

type Entry = { id: string; kind: NameKind; name: string; words: string[]; consonants: number }

/**
 * Names to look close ones up in: by the first and the last consonant of their first words, and of their last ones, as
 * rough as letters of two scripts can be told apart, so that of thousands only some dozens are aligned. Pure.
 */
export class CloseNames {
  readonly #byFirstWord = new Map<string, Entry[]>()
  readonly #byLastWord = new Map<string, Entry[]>()

  constructor(known: Iterable<HasNames>) {
    for (const { id, kind, names } of known) for (const name of names) this.#add({ id, kind, name })
  }

  #add({ id, kind, name }: Pick<Entry, 'id' | 'kind' | 'name'>): void {
    const words = nameWords(name)
    const entry = { id, kind, name, words, consonants: consonantsOf(words.join('')).length }
    for (const key of keysOf(words[0])) push(this.#byFirstWord, key, entry)
    for (const key of keysOf(words.at(-1))) push(this.#byLastWord, key, entry)
  }

  /** Those whose names are close to this one, the closest first; each once. A family's name may stand for a person's whole one. */
  closest(name: string, kind: NameKind, most: number): CloseName[] {
    const best = new Map<string, CloseName>()
    const offer = ({ id, kind: other, name }: Entry, closeness: number): void => {
      if (closeness >= (other === kind ? CLOSE : CLOSE_OF_OTHER_KIND) && closeness > (best.get(id)?.closeness ?? 0))
        best.set(id, { id, name, closeness })
    }
    const words = nameWords(name)
    const consonants = consonantsOf(words.join('')).length
    const likeLast = new Set(keysOf(words.at(-1)).flatMap((key) => this.#byLastWord.get(key) ?? []))
    const likeFirst = keysOf(words[0]).flatMap((key) => this.#byFirstWord.get(key) ?? [])
    const likeAll = closenessTo(name)
    for (const entry of new Set([...likeLast, ...likeFirst]))
      if (isAlikeInLength(consonants, entry.consonants)) offer(entry, likeAll(entry.name))
    if (kind === 'person') {
      const likeEnd = closenessToEnds(words)
      for (const entry of likeLast)
        if (entry.kind === 'person' && entry.words.length !== words.length)
          offer(entry, FAMILY_NAME * likeEnd(entry.words))
    }
    return [...best.values()].sort((a, b) => b.closeness - a.closeness || (a.id < b.id ? -1 : 1)).slice(0, most)
  }
}

function push(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const entries = map.get(key)
  if (entries) entries.push(entry)
  else map.set(key, [entry])
}

/** How close the last words of one name are to the last ones of another, as many as both have: تياني, عبد الرحمن تشياني. */
function closenessToEnds(words: string[]): (other: string[]) => number {
  const ends = new Map<number, (other: string) => number>()
  return (other) => {
    const length = Math.min(words.length, other.length)
    const end = ends.get(length) ?? closenessTo(words.slice(-length).join(' '))
    ends.set(length, end)
    return end(other.slice(-length).join(' '))
  }
}

const isAlikeInLength = (a: number, b: number): boolean =>
  Math.min(a, b) >= Math.max(2, ALIKE_IN_LENGTH * Math.max(a, b))

/** What a consonant of either script may be in the other; a letter may be of several sorts (ch is تش, ش, ك or خ). */
const SORTS: Record<string, string> = {
  B: 'bpfvبفپڤ',
  M: 'mم',
  N: 'nن',
  R: 'rر',
  L: 'lل',
  T: 'tdcتطدضذظث',
  S: 'szxcjgسصزشجثذظ',
  K: 'kqcgxjكقغجخگ',
}
const sortsOf = new Map<string, string[]>()
for (const [sort, letters] of Object.entries(SORTS))
  for (const letter of letters) sortsOf.set(letter, [...(sortsOf.get(letter) ?? []), sort])

/** Letters that are written in every spelling of a name; vowels, h, w and the second of two are not. */
const consonantsOf = (letters: string): string[] =>
  [...letters].filter((letter, i) => sortsOf.has(letter) && letter !== letters[i - 1])

/** Each way to sort the first and the last consonant of a word. */
function keysOf(word = ''): string[] {
  const consonants = consonantsOf(word)
  const first = sortsOf.get(consonants[0] ?? '') ?? ['']
  const last = sortsOf.get(consonants.at(-1) ?? '') ?? ['']
  return first.flatMap((a) => last.map((b) => a + b))
}
