import type { NameKind } from '#lib/tag/names/kinds.ts'
import type { NameCandidate } from '#lib/tag/names/name-candidate.ts'
import type { NameText, TextWord } from '#lib/tag/names/text-words.ts'

type Seen = { total: number } & Record<NameKind, number>

/**
 * What a text, or an archive, has shown of its names so far: فؤاد السنيورة is named in full once, and السنيورة later.
 * Words, not people: a first reading fills it with what is sure, a second one finds with it what is not.
 */
export class NameMemory {
  readonly #words = new Map<string, Seen>()

  /** Counts every word of a text, and the words of the names found in it. */
  add({ words }: NameText, names: readonly NameCandidate[]): void {
    for (const word of words) this.#of(word.text).total++
    for (const name of names) {
      if (name.because.includes('listed')) continue
      const inside = words.slice(name.from, name.to)
      if (name.kind === 'person') this.#addPerson(inside, name.score)
      else if (inside.length === 1 || name.because.includes('place-before')) {
        const last = inside.at(-1) as TextWord
        if (!last.facts.ordinary) this.#of(last.text)[name.kind]++
      }
    }
  }

  #addPerson(words: TextWord[], score: number): void {
    if (score < 0.5) return
    words.forEach((word, i) => {
      const isLast = i === words.length - 1
      // A word of every day is remembered only as the last of a name in full: أمين فارس.
      const full = isLast && i > 0 && words[0]?.facts.given !== 0
      if (word.text.length < 3 || word.facts.small || (word.facts.ordinary && !full)) return
      this.#of(i === 0 && word.facts.particle ? word.text.slice(word.facts.particle) : word.text).person +=
        words.length > 1 ? 1 : 0.7
    })
  }

  #of(word: string): Seen {
    let seen = this.#words.get(word)
    if (!seen) {
      seen = { total: 0, person: 0, place: 0, organisation: 0 }
      this.#words.set(word, seen)
    }
    return seen
  }

  /** What a word is worth in a person's name by what was seen; 0 where it was not seen in one. */
  personWorth(word: string, first: boolean, ordinary: boolean): number {
    const seen = this.#words.get(this.#bare(word, first))
    if (!seen || seen.person <= Math.max(seen.place, seen.organisation)) return 0
    // Of a word that is mostly something else, being a name once says little.
    const share = seen.person / Math.max(1, seen.total)
    return share < (ordinary ? 0.45 : 0.15)
      ? 0
      : Math.min(2, 0.9 + 0.4 * Math.log2(1 + seen.person) + (share > 0.4 ? 0.5 : 0))
  }

  /** The same for a place or an organisation of one word. */
  worth(word: string, kind: NameKind): number {
    const seen = this.#words.get(this.#bare(word, true))
    if (!seen || seen[kind] === 0 || seen[kind] < seen.person) return 0
    const share = seen[kind] / Math.max(1, seen.total)
    return share < 0.15 ? 0 : 0.9 + 0.4 * Math.log2(1 + seen[kind])
  }

  /** Letters of a particle before a word that was seen without it. */
  particleOf(word: string): number {
    return word.length - this.#bare(word, true).length
  }

  #bare(word: string, first: boolean): string {
    if (!first || this.#isName(word)) return word
    for (const letters of [1, 2]) {
      const rest = word.slice(letters)
      if (rest.length >= 3 && /^(?:[وفبلك]|[وف][بلك])$/.test(word.slice(0, letters)) && this.#isName(rest)) return rest
    }
    return word
  }

  #isName(word: string): boolean {
    const seen = this.#words.get(word)
    return seen !== undefined && seen.person + seen.place + seen.organisation > 0
  }
}
