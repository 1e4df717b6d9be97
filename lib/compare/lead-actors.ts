import { longestName } from '#lib/compare/entity-names.ts'
import type { AnchorWord } from '#lib/compare/event-anchors.ts'
import { foldText } from '#lib/text/fold.ts'
import { stem } from '#lib/text/stem.ts'
import { wordsOf } from '#lib/text/words.ts'

/** Words of the headline and the first sentences, where those who act are named with their titles. */
const LEAD_WORDS = 45
/** Words of a name that are read, and how far behind its title it may begin: "the Malian foreign minister, Diop". */
const NAME_WORDS = 2
const REACH = 4

const TITLES = new Set(
  wordsOf(
    foldText(`
رئيس وزير جنرال عقيد مقدم رائد نقيب لواء فريق عميد سفير حاكم والي محافظ عمدة مدير قائد زعيم متحدث ناطق أمير سلطان ملك نائب أمين مبعوث
president minister general colonel ambassador governor mayor spokesman spokeswoman king prince sultan envoy
président ministre général ambassadeur gouverneur maire porte-parole roi émir émissaire`),
  ).flatMap((word) => [word, stem(word)]),
)

/** Whether a folded word is the title of a person; قائدا, مديرا say what somebody becomes. */
export const isTitle = (word: string): boolean => TITLES.has(word) || (!word.endsWith('ا') && TITLES.has(stem(word)))

/**
 * Who acts, as far as a lead says it with a title: for each person the keys of the words of the name. An editor's
 * "received the minister X" is another event than "received the ambassador Y".
 */
export function leadActors(words: readonly AnchorWord[], capitalised: ReadonlySet<string>): number[][] {
  const actors: number[][] = []
  for (let i = 0; i < words.length && i < LEAD_WORDS; i++) {
    if (!words[i]?.title) continue
    let at = i + 1
    // "The minister of health", "the Malian foreign minister": what is between the title and the name.
    while (at - i <= REACH && !words[at]?.title && (words[at]?.withArticle || words[at]?.country)) at++
    const name: number[] = []
    // What begins with و after a name goes on with another sentence; as the first word it is Ouattara.
    while (
      name.length < NAME_WORDS &&
      isName(words[at], capitalised) &&
      !(name.length > 0 && words[at]?.word.startsWith('و'))
    )
      name.push((words[at++] as AnchorWord).name)
    if (name.length > 0) actors.push(name)
  }
  return actors
}

/** "N'Djamena (Sahel Press) -": where the agency sits, which is often not where it happened. */
const DATELINE = /^\s*(\p{L}[\p{L}\p{M}'’ -]{1,40}?)\s*\([^()]{2,40}\)\s*[-–—:]/u

/** How many words of a text's beginning are the dateline of an agency's office. */
export const datelineWords = (text: string): number =>
  wordsOf(foldText(DATELINE.exec(text.slice(0, 100))?.[1] ?? '')).length

/**
 * Towns of the entity list that a lead names, by their ids: where it happened, more closely than by country.
 * @param dateline the words of a dateline, which say nothing of it: from which on, and how many
 */
export function leadTowns(words: readonly AnchorWord[], dateline: { from: number; count: number }): string[] {
  const towns = new Set<string>()
  for (let i = 0; i < words.length && i < LEAD_WORDS; i++) {
    if (i >= dateline.from && i < dateline.from + dateline.count) continue
    const entities = words[i]?.entities
    const listed = entities && longestName(entities, (place) => words[i + 1 + place]?.word)
    if (listed?.isTown) towns.add(listed.id)
  }
  return [...towns]
}

const isName = (word: AnchorWord | undefined, capitalised: ReadonlySet<string>): boolean =>
  word !== undefined && word.consonants >= 3 && (word.arabic || capitalised.has(word.word))
