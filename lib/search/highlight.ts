import type { Query, Term } from '#lib/search/parse-query.ts'
import { askedTerms, lexemesOf, prefixOf } from '#lib/search/tsquery.ts'
import type { Span } from '#lib/text/fold.ts'
import type { SeenWord } from '#lib/text/stem.ts'
import { originalWords } from '#lib/text/words.ts'

/**
 * The places of the original text (UTF-16 units) that the query asks for, in order, not overlapping; a phrase is one
 * span. Refused words are not marked.
 */
export function highlight(text: string, query: Query, seen?: SeenWord): Span[] {
  // A phrase is tried at each word that can begin it; a word is a phrase of one.
  const byFirst = new Map<string, Set<string>[][]>()
  const prefixes: string[] = []
  for (const term of askedTerms(query).flat().flatMap(apart)) {
    const sets = term.words.map((word) => new Set(lexemesOf(word, seen)))
    if (term.kind === 'prefix') {
      const prefix = prefixOf(term.words[0] ?? '')
      prefixes.push(prefix)
      sets[0]?.add(`${prefix}*`)
    }
    for (const lexeme of sets[0] ?? []) byFirst.set(lexeme, [...(byFirst.get(lexeme) ?? []), sets])
  }
  if (byFirst.size === 0) return []
  const words = originalWords(text).words
  const cache = new Map<string, string[]>()
  const forms = words.map(({ text: word }) => {
    const known = cache.get(word)
    if (known) return known
    const lexemes = lexemesOf(word, seen)
    // A star is no letter: what begins as asked stands for itself.
    for (const prefix of prefixes) if (lexemes[0]?.startsWith(prefix)) lexemes.push(`${prefix}*`)
    cache.set(word, lexemes)
    return lexemes
  })
  const spans: Span[] = []
  for (let i = 0; i < words.length; i++) {
    let longest = 0
    for (const first of forms[i] ?? []) {
      for (const sets of byFirst.get(first) ?? []) {
        const holds = sets.every((set, k) => forms[i + k]?.some((form) => set.has(form)))
        if (holds) longest = Math.max(longest, sets.length)
      }
    }
    const first = words[i]
    const last = words[i + longest - 1]
    if (longest === 0 || !first || !last) continue
    spans.push({ start: first.start, end: last.end })
    i += longest - 1
  }
  return spans
}

/** Words that may stand anywhere are marked one by one. */
const apart = (term: Term): Term[] =>
  term.kind === 'loose' ? term.words.map((word) => ({ ...term, kind: 'word', words: [word] })) : [term]
