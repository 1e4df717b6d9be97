import { lexemeOf } from '#lib/search/analyse.ts'
import type { Query, Term } from '#lib/search/parse-query.ts'
import { STOP_WORDS } from '#lib/search/stop-words.ts'
import { quoteLexeme } from '#lib/search/tsvector.ts'
import { type SeenWord, stem, withoutPrefix } from '#lib/text/stem.ts'

/**
 * The lexemes that stand for a word. Two where evidence takes a particle off: articles indexed before the archive had
 * that evidence keep the word whole.
 */
export function lexemesOf(word: string, seen?: SeenWord): string[] {
  const lexeme = lexemeOf(word, seen)
  const without = seen ? stem(word) : lexeme
  return without === lexeme ? [lexeme] : [lexeme, without]
}

/** The terms asked for (not those refused), without words that say nothing, unless there are no others. */
export function askedTerms(query: Query): Term[][] {
  const asked = query.clauses.filter((c) => !c.not).map((c) => c.any)
  const telling = asked.map((any) => any.filter(isTelling)).filter((any) => any.length > 0)
  return telling.length > 0 ? telling : asked
}

const isTelling = (term: Term): boolean => term.kind !== 'word' || !STOP_WORDS.has(term.words[0] ?? '')

/** Every lexeme asked for, once: what ranking weighs. */
export function askedLexemes(query: Query, seen?: SeenWord): string[] {
  const words = askedTerms(query)
    .flat()
    .flatMap((term) => term.words)
  return [...new Set(words.flatMap((word) => lexemesOf(word, seen)))]
}

/**
 * A query as text for `::tsquery`; every lexeme is quoted, so nothing typed can change its meaning. Empty where nothing
 * was asked: an empty tsquery matches nothing.
 * @param mode `all`: every clause holds; `any`: at least one does. What is refused (-word) is refused in both.
 * @param only with `any`: the loose words that may find an article; phrases always may.
 */
export function toTsquery(query: Query, mode: 'all' | 'any', seen?: SeenWord, only?: ReadonlySet<string>): string {
  const refused = query.clauses
    .filter((c) => c.not)
    .map(
      (c) =>
        `!${joined(
          c.any.map((term) => termQuery(term, seen)),
          ' | ',
        )}`,
    )
  const asked = askedTerms(query)
    .map((any) => any.map((term) => termQuery(term, seen, term.kind === 'word' ? only : undefined)).filter(Boolean))
    .filter((any) => any.length > 0)
    .map((any) => joined(any, ' | '))
  if (asked.length === 0 && mode === 'any') return ''
  const wanted = asked.length > 0 ? [joined(asked, mode === 'all' ? ' & ' : ' | ')] : []
  return [...wanted, ...refused].join(' & ')
}

const joined = (parts: string[], by: string): string => (parts.length > 1 ? `(${parts.join(by)})` : (parts[0] ?? ''))

function termQuery(term: Term, seen?: SeenWord, only?: ReadonlySet<string>): string {
  if (term.kind === 'prefix') return prefixQuery(term.words[0] ?? '')
  const words = term.words.map((word) => {
    const lexemes = lexemesOf(word, seen).filter((lexeme) => !only || only.has(lexeme))
    return joined(lexemes.map(quoteLexeme), ' | ')
  })
  return joined(words, term.kind === 'loose' ? ' & ' : ' <-> ')
}

/** What begins so; the stem of what was typed, too, which may be shorter than that. */
const prefixQuery = (word: string): string =>
  joined([`${quoteLexeme(prefixOf(word))}:*`, quoteLexeme(lexemeOf(word))], ' | ')

/** With what stems begin whose words begin so: no stem has the article. A lone particle may be a letter of the word's own. */
export function prefixOf(word: string): string {
  const bare = withoutPrefix(word)
  return word.length - bare.length > 1 ? bare : word
}
