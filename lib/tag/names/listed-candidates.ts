import { type ListedName, type NameList, namesFrom } from '#lib/tag/names/listed-names.ts'
import type { NameCandidate } from '#lib/tag/names/name-candidate.ts'
import type { TextWord } from '#lib/tag/names/text-words.ts'

const SURE = 2.2
const DOUBTFUL = 0.1
/** A longer name outweighs what its parts are. */
const A_WORD_MORE = 0.9
/** What must stand before a name in doubt, or be around it, to make it one. */
const PLACE_BEFORE = new Set('في من الي الى إلى بين نحو وسط شمال جنوب شرق غرب شمالي جنوبي شرقي غربي'.split(' '))

/** Names of the list that stand in the text. */
export function listedCandidates(words: readonly TextWord[], list: NameList): NameCandidate[] {
  const found: NameCandidate[] = []
  for (let from = 0; from < words.length; from++) {
    const word = words[from] as TextWord
    for (const { particle, names } of namesFrom(list, word.text)) {
      for (const name of names) {
        if (!goesOn(words, from, name)) continue
        if (!word.arabic && !/^\p{Lu}/u.test(word.shown)) continue
        const doubtful = !name.sure && !(name.kind === 'place' && isPlaceBefore(words, from, particle))
        let score = (doubtful ? DOUBTFUL - 0.5 : SURE) + A_WORD_MORE * name.rest.length - (particle > 0 ? 0.05 : 0)
        // Whom the list knows by one word may be part of a name in full: person-candidates.ts joins them.
        if (name.kind === 'person' && name.rest.length === 0) score = name.sure ? 0.8 : 0
        if (name.kind === 'place' && isOfEvent(words, from)) score -= 2
        found.push({
          from: from + name.from,
          to: from + name.to,
          kind: name.kind,
          score,
          particle: name.from === 0 ? particle : name.particle,
          because: ['listed'],
        })
      }
    }
  }
  return found
}

/** اتفاق الطائف and مونديال ألمانيا name an event. */
function isOfEvent(words: readonly TextWord[], at: number): boolean {
  const before = words[at - 1]
  return before?.joined === true && EVENTS.test(before.text)
}
const EVENTS =
  /^[وفبل]?(?:اتفاق|اتفاقيه|اتفاقيات|معاهده|مونديال|اولمبياد|رالي|مهرجان|معرض|جايزه|ماراثون|طواف|قمه|اعلان|كاس|دوري|بطوله)$/

/** العاصمة الأردنية عمان */
const CAPITAL = /العاصمه$/

function goesOn(words: readonly TextWord[], from: number, { rest }: ListedName): boolean {
  return rest.every((part, i) => words[from + i]?.joined === true && words[from + i + 1]?.text === part)
}

/** في, إلى … or a place's own word before it; ب stuck to it says the same. */
function isPlaceBefore(words: readonly TextWord[], at: number, particle: number): boolean {
  if (particle > 0 && /^[وف]?ب/.test((words[at] as TextWord).text)) return true
  const before = words[at - 1]
  if (before?.joined && before.facts.demonym && CAPITAL.test(words[at - 2]?.text ?? '')) return true
  return before?.joined === true && (PLACE_BEFORE.has(before.text) || before.facts.placeHead)
}
