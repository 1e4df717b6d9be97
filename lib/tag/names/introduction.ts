import type { NameReason } from '#lib/tag/names/name-candidate.ts'
import type { TextWord } from '#lib/tag/names/text-words.ts'

/** How much the words before a place say that a person is named there. */
export type Introduction = {
  score: number
  because: NameReason[]
  /** By a title behind which any word is a name: الشيخ, الدكتور. */
  honorific?: boolean
}

/** An office and its holder stand at most so many words apart: نائب وزير الدفاع الأميركي السابق بول وولفويتز. */
const REACH = 7
const MAY_STAND_BETWEEN = new Set('باسم لدي في بـ'.split(' '))

const IN_A_NAME: Introduction = { score: -0.8, because: [] }
/** كريستوفر والكن وديفيد هاسلهوف */
const BESIDE_A_NAME: Introduction = { score: 0.6, because: [] }
const NONE: Introduction = { score: 0, because: [] }

/** Titles, offices, verbs of speech and nationalities before a word. */
export function introducedBy(words: readonly TextWord[], at: number): Introduction {
  const before = words[at - 1]
  if (!before) return { score: 0.1, because: [] }
  if (!isOpen(before)) return NONE
  // A name begins with its first word: what introduces جاك شيراك is not said of شيراك again.
  if (before.joined && (before.facts.given + before.facts.family > 0 || isStrange(before)))
    return /^و/.test((words[at] as TextWord).text) ? BESIDE_A_NAME : IN_A_NAME
  if (before.facts.title) return { score: 1.6, because: ['title'], honorific: before.facts.honorific }
  const office = officeBefore(words, at)
  if (office) return office
  if (before.facts.speech) return { score: 1.1, because: ['verb'] }
  if (before.facts.demonym && before.facts.article) return { score: 0.9, because: ['nationality'] }
  if (isPreposition(before.text)) return { score: -0.5, because: [] }
  return NONE
}

/** Nothing but a space, a quote or a comma after an office: «رئيس الوزراء، فلان» tells as much. */
const isOpen = (word: TextWord): boolean => /^[\s"«“'(،,:]*$/.test(word.after)

function officeBefore(words: readonly TextWord[], at: number): Introduction | null {
  for (let i = at - 1; i >= 0 && at - i <= REACH; i--) {
    const { facts, text, joined, after } = words[i] as TextWord
    if (!joined && !(i === at - 1 && /^[\s"«“'(،,:]*$/.test(after))) return null
    if (facts.office || facts.title) {
      const next = words[i + 1] as TextWord
      // The office alone, without what it is of, is a common noun: ابن, صاحب.
      const score = i === at - 1 ? 1 : next.facts.demonym || next.facts.modifier || next.facts.article ? 1.4 : 1.2
      return { score: at - i > 4 ? score - 0.3 : score, because: ['office'] }
    }
    if (facts.given >= 0.9 || (i < at - 1 && isStrange(words[i] as TextWord))) return null
    if (facts.speech || (facts.small && !MAY_STAND_BETWEEN.has(text))) return null
  }
  return null
}

/** Likely itself a part of a name: no word of the language, of no use in a sentence. */
const isStrange = ({ facts }: TextWord): boolean =>
  !facts.ordinary &&
  !facts.small &&
  !facts.title &&
  !facts.office &&
  !facts.demonym &&
  !facts.speech &&
  !facts.modifier &&
  !facts.placeHead

const PREPOSITIONS = new Set('في الي إلى من حتي عبر قرب نحو'.split(' '))
const isPreposition = (text: string): boolean => PREPOSITIONS.has(text.replace(/^[وف](?=..)/, ''))
