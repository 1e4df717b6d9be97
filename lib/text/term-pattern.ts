import { foldText } from '#lib/text/fold.ts'

/**
 * A pattern that finds a term in a folded text as a reader would: whole words, with what Arabic glues in front.
 *
 * Arabic joins و ف (and, so), ب ك ل (with, like, to), س (will) and ال (the) to the word: والقدس, بالقدس and للقدس are
 * all القدس, المقدسي is not. A term written with ال must have it (لل is ل + ال); one without may have it.
 */
const CONJUNCTION = '[وف]?'
const escaped = (s: string) => s.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Source of the pattern for one folded word; `first` takes conjunctions and prepositions, later words only ال. */
function wordSource(word: string, first: boolean): string {
  if (!/\p{Script=Arabic}/u.test(word)) return escaped(word)
  const definite = /^ال(?=..)/.test(word)
  const bare = escaped(definite ? word.slice(2) : word)
  const article = definite ? '(?:[بك]?ال|لل)' : '(?:[بك]?ال|لل|[بكل])?'
  return first ? `${CONJUNCTION}${article}${bare}` : `(?:ال|لل|ب|ل|و)?${escaped(word)}`
}

/** @returns a global RegExp over folded text; group 1 is the match without the edges. */
export function termPattern(...terms: string[]): RegExp {
  const sources = terms
    .map((term) => foldText(term).trim())
    .filter(Boolean)
    .sort((a, b) => b.length - a.length)
    .map((term) =>
      term
        .split(/\s+/)
        .map((word, i) => wordSource(word, i === 0))
        .join('[\\s\\-]+'),
    )
  return new RegExp(`(?<![\\p{L}\\p{N}])(${sources.join('|')})(?![\\p{L}\\p{N}])`, 'gu')
}
