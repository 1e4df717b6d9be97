import { foldText } from '#lib/text/fold.ts'

/** Between words: blanks and marks of any kind, named by place, for what a server calls a letter hangs on its locale. */
const APART =
  '[\\u0001-\\u002f\\u003a-\\u0040\\u005b-\\u0060\\u007b-\\u00bf\\u0600-\\u061f\\u066a-\\u066d\\u06d4\\u2000-\\u206f]'
/** Of what folding takes away: accents, tashkeel and Quranic signs, tatweel, controls of direction. */
const VANISHING =
  '[\\u00ad\\u0300-\\u036f\\u0610-\\u061c\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06ed\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]*'

let unfolded: Map<string, string> | undefined

/**
 * A PostgreSQL regular expression that finds these folded words, whole and one after the other, in text that was never
 * folded. For short columns: where a text is searched, its stems are indexed.
 */
export function foldedPattern(words: readonly string[]): string {
  unfolded ??= lettersByFold()
  const letters = unfolded
  const word = (folded: string) =>
    [...folded].map((letter) => `[${letters.get(letter) ?? escaped(letter)}]${VANISHING}`).join('')
  return `(?:^|${APART})${VANISHING}${words.map(word).join(`${APART}+${VANISHING}`)}(?:$|${APART})`
}

/** For each folded letter, all that fold to it. */
function lettersByFold(): Map<string, string> {
  const letters = new Map<string, string>()
  for (let code = 1; code < 0x10000; code++) {
    // Lone surrogates, Hangul and CJK fold to themselves (lib/text/fold.ts).
    if ((code >= 0x3400 && code < 0xa000) || (code >= 0xac00 && code <= 0xf8ff)) continue
    const folded = foldText(String.fromCharCode(code))
    if (folded.length === 1) letters.set(folded, (letters.get(folded) ?? '') + escaped(String.fromCharCode(code)))
  }
  return letters
}

/** A letter by its number, so that none means anything to the expression. */
const escaped = (letter: string): string =>
  letter.length === 1
    ? `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
    : `\\U${(letter.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`
