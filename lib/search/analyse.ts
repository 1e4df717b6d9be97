import { analysed } from '#lib/text/analysed.ts'
import { spellingsOf, WordMemo } from '#lib/text/lexicon.ts'
import { type SeenWord, stem } from '#lib/text/stem.ts'

/** PostgreSQL's weights: A for titles, D for the text. */
export type Weight = 'A' | 'B' | 'C' | 'D'

/** A stem with the places of its words: the first word is 1, as in a tsvector. */
export type Lexeme = { lexeme: string; positions: number[]; weight: Weight }

/** Limits of PostgreSQL's tsvector (docs: textsearch-limitations): later words share the last position. */
const LAST_POSITION = 16383
const POSITIONS_PER_LEXEME = 256
/** A lexeme may have 2 kB; no word of a language is longer than this many letters. */
const LONGEST_WORD = 64

/** The lexeme a folded word is searched by. */
export const lexemeOf = (word: string, seen?: SeenWord): string => stem(word.slice(0, LONGEST_WORD), seen)

const LEXEMES = new WordMemo((word) => lexemeOf(word))

/**
 * The lexemes of a text, in order of first appearance.
 * @param seen evidence for taking a lone particle off a word (see {@link stem}).
 * @param offset positions begin after it, so that two fields can share one tsvector.
 */
export function analyse(text: string, weight: Weight, seen?: SeenWord, offset = 0): Lexeme[] {
  const lexemes = new Map<string, Lexeme>()
  const { tokens } = analysed(text)
  const found = seen ? spellingsOf(tokens).map((word) => lexemeOf(word, seen)) : LEXEMES.of(tokens)
  found.forEach((lexeme, i) => {
    const position = Math.min(offset + i + 1, LAST_POSITION)
    const known = lexemes.get(lexeme)
    if (!known) lexemes.set(lexeme, { lexeme, positions: [position], weight })
    else if (known.positions.length < POSITIONS_PER_LEXEME && known.positions.at(-1) !== position)
      known.positions.push(position)
  })
  return [...lexemes.values()]
}
