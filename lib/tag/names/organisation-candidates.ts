import type { NameCandidate } from '#lib/tag/names/name-candidate.ts'
import type { NameMemory } from '#lib/tag/names/name-memory.ts'
import {
  HEADS_BEFORE,
  HEADS_DEFINITE,
  HEADS_INSIDE,
  HEADS_OF_WORDS,
  HEADS_WEAK,
} from '#lib/tag/names/organisation-heads.ts'
import type { TextWord } from '#lib/tag/names/text-words.ts'

const LONGEST = 6

/** Names made of or behind the word for an organisation, and those seen as organisations before. */
export function organisationCandidates(
  words: readonly TextWord[],
  memory: NameMemory,
  listed: readonly NameCandidate[],
): NameCandidate[] {
  const places = Map.groupBy(
    listed.filter(({ kind }) => kind === 'place'),
    ({ from }) => from,
  )
  return words.flatMap((word, at) =>
    word.arabic
      ? [
          ...made(words, at, places.get(at + 1)),
          ...behind(words, at, places.get(at + 1)),
          ...seenBefore(words, at, memory),
        ]
      : [],
  )
}

/** A head with or without و ب ل in front; the letters in front, or null where it is none. */
function headIn(heads: Set<string>, word: string): number | null {
  for (const letters of [0, 1, 2]) {
    if (heads.has(word.slice(letters)) && (letters === 0 || /^(?:[وفبلك]|[وف][بلك])$/.test(word.slice(0, letters))))
      return letters
  }
  // للمحكمة is ل + المحكمة: all of it is shown.
  const definite = /^[وف]?لل/.test(word) ? `ال${word.slice(word.indexOf('ل') + 2)}` : null
  return definite && heads.has(definite) ? 0 : null
}

/** مجلس النواب, اللجنة الدولية للصليب الأحمر: the head, and words with the article that go on with it. */
function made(words: readonly TextWord[], head: number, places: Places): NameCandidate[] {
  const word = words[head] as TextWord
  const definite = headIn(HEADS_DEFINITE, word.text)
  const inside = definite === null ? headIn(HEADS_INSIDE, word.text) : null
  const particle = definite ?? inside
  if (particle === null || !word.joined || isAdjective(words, head)) return []
  // جامعة زيورخ, منتخب فرنسا: the place is part of the name.
  const found = definite === null ? taking(places, head, particle, 0.6) : []
  const bare = word.text.slice(particle)
  let score = HEADS_WEAK.has(bare) ? -0.75 : definite === null ? -0.1 : -0.2
  for (let at = head + 1; at < words.length && at - head < LONGEST; at++) {
    const next = words[at] as TextWord
    if (!words[at - 1]?.joined) break
    const worth = worthInside(next, words[at - 1] as TextWord, at === head + 1, definite === null ? null : bare)
    if (worth === null) break
    score += worth
    found.push({ from: head, to: at + 1, kind: 'organisation', score, particle, because: ['head'] })
  }
  return found
}

/** الخارجية is a ministry by itself, and an adjective behind وزير, وزارة and السياسة. */
const isAdjective = (words: readonly TextWord[], head: number): boolean =>
  /الخارجيه$/.test(words[head]?.text ?? '') && /وزير|وزراء|وزاره|^[وفبل]?ال/.test(words[head - 1]?.text ?? '')

type Places = readonly NameCandidate[] | undefined

const taking = (places: Places, from: number, particle: number, more: number): NameCandidate[] =>
  (places ?? [])
    .filter((place) => place.particle === 0)
    .map(({ to, score }) => ({
      from,
      to,
      kind: 'organisation',
      score: Math.max(score, 1) + more,
      particle,
      because: ['head'],
    }))

/** What a word adds behind a head (`definite`: the head itself, where it has the article); null where the name ends. */
function worthInside(
  { facts, text }: TextWord,
  before: TextWord,
  first: boolean,
  definite: string | null,
): number | null {
  if (facts.small || facts.speech || /\d/.test(text) || /^[وف]?[بكف]ال/.test(text)) return null
  if ((facts.title && !first) || BELONGING.test(text)) return null
  if (facts.modifier && !/^(?:العام|الاعلي|الوطني|الدولي)/.test(text)) return null
  if (definite !== null) {
    if (!facts.article) return facts.ordinary ? null : -0.5
    // An adjective agrees with its noun: الخارجية الروسية, and not الخارجية الروسي.
    if (first && definite.endsWith('ه') !== text.endsWith('ه')) return null
    return facts.demonym ? 0.6 : first ? 0.7 : 0.15
  }
  if (facts.demonym) return facts.article ? (first ? 0.7 : 0.25) : null
  if (facts.article) return first ? 0.7 : 0.2
  if (!facts.ordinary && facts.given + facts.family === 0)
    return first ? 1.2 : before.facts.article || before.facts.ordinary ? null : 0.3
  return first ? -0.2 : null
}

/** البنك التابع لها: what it belongs to follows, and is none of its name. */
const BELONGING = /^التابع(?:ه|ين)?$/

/** صحيفة «النهار», شركة شل: what stands behind the head, quoted or not Arabic by its letters. */
function behind(words: readonly TextWord[], head: number, places: Places): NameCandidate[] {
  const word = words[head] as TextWord
  const before = headIn(HEADS_BEFORE, word.text)
  if (before === null) return []
  if (/^\s*["«“'(]+\s*$/.test(word.after)) return quoted(words, head + 1)
  if (!word.joined) return []
  const found = taking(places, head + 1, 0, 0.4)
  let score = 0
  for (let at = head + 1; at < words.length && at - head <= 3; at++) {
    const { facts, text } = words[at] as TextWord
    if (at > head + 1 && !words[at - 1]?.joined) break
    if (facts.small || facts.speech || facts.demonym || /\d/.test(text)) break
    if (isHead(text)) break
    if (facts.ordinary && !(facts.article && at === head + 1 && HEADS_OF_WORDS.has(word.text.slice(before)))) break
    if (at > head + 1 && /^[وبل]/.test(text)) break
    score += facts.ordinary ? 0.1 : facts.article && at === head + 1 ? 0.4 : at === head + 1 ? 1.3 : 0.5
    found.push({ from: head + 1, to: at + 1, kind: 'organisation', score: score + 0.2, particle: 0, because: ['head'] })
  }
  return found
}

const isHead = (text: string): boolean =>
  [HEADS_BEFORE, HEADS_DEFINITE, HEADS_INSIDE].some((heads) => heads.has(text) || heads.has(text.replace(/^ال/, '')))

function quoted(words: readonly TextWord[], from: number): NameCandidate[] {
  for (let at = from; at < words.length && at - from < 4; at++) {
    const word = words[at] as TextWord
    if (/^\s*["»”')]/.test(word.after))
      return [
        {
          from,
          to: at + 1,
          kind: 'organisation',
          score: 2 + 0.5 * (at - from),
          particle: 0,
          because: ['head', 'quoted'],
        },
      ]
    if (!word.joined) return []
  }
  return []
}

function seenBefore(words: readonly TextWord[], at: number, memory: NameMemory): NameCandidate[] {
  const { text, facts } = words[at] as TextWord
  if (facts.small || facts.ordinary) return []
  const seen = memory.worth(text, 'organisation')
  return seen > 0
    ? [
        {
          from: at,
          to: at + 1,
          kind: 'organisation',
          score: seen,
          particle: memory.particleOf(text),
          because: ['seen-before'],
        },
      ]
    : []
}
