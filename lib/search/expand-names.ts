import { type Catalogue, type KnownValue, nameKey } from '#lib/search/catalogue.ts'
import type { Clause, Query, Term } from '#lib/search/parse-query.ts'
import { STOP_WORDS } from '#lib/search/stop-words.ts'
import type { Span } from '#lib/text/fold.ts'
import { stem } from '#lib/text/stem.ts'
import { foldedWords } from '#lib/text/words.ts'

/** Other spellings that were looked for beside a name; `span` is the name's place among the words. */
export type Expansion = { entity: KnownValue; also: string[]; span: Span }

/** No name has more words. */
const LONGEST_NAME = 6
/** Each spelling costs a look-up. */
const MOST_SPELLINGS = 12

/**
 * Names among the words are looked for in every spelling that the entity list has: تياني as تشياني and Tchiani. What is
 * between quotation marks is left as it is spelt; so is a name that several have. Pure.
 */
export function expandNames(query: Query, catalogue: Catalogue): { query: Query; expansions: Expansion[] } {
  const expansions: Expansion[] = []
  const clauses: Clause[] = []
  for (let i = 0; i < query.clauses.length; i++) {
    const clause = query.clauses[i] as Clause
    const run = looseWords(query.clauses, i)
    const named = longestName(run, catalogue)
    if (named) {
      const { terms, expansion } = named
      const words = terms.flatMap((term) => term.words)
      const kind = terms.length > 1 ? 'loose' : (terms[0]?.kind ?? 'word')
      const typed: Term = { kind, words, span: expansion.span }
      clauses.push({ any: [typed, ...spelt(expansion)], not: false })
      expansions.push(expansion)
      i += terms.length - 1
      continue
    }
    const any = clause.any.flatMap((term) => {
      const expansion = term.quoted || term.kind === 'prefix' ? null : expansionOf([term], catalogue)
      if (!expansion) return [term]
      expansions.push(expansion)
      return [term, ...spelt(expansion)]
    })
    clauses.push({ ...clause, any })
  }
  return { query: { clauses }, expansions }
}

/** The words from here on that stand beside each other, each asked for by itself. */
function looseWords(clauses: Clause[], from: number): Term[] {
  const run: Term[] = []
  for (const { any, not } of clauses.slice(from, from + LONGEST_NAME)) {
    const [term, other] = any
    if (not || other || !term || term.quoted || term.kind === 'prefix') break
    run.push(term)
  }
  return run
}

function longestName(run: Term[], catalogue: Catalogue): { terms: Term[]; expansion: Expansion } | null {
  for (let length = run.length; length > 1; length--) {
    const terms = run.slice(0, length)
    const expansion = expansionOf(terms, catalogue)
    if (expansion) return { terms, expansion }
  }
  return null
}

function expansionOf(terms: Term[], catalogue: Catalogue): Expansion | null {
  const words = terms.flatMap((term) => term.words)
  if (words.length === 1 && STOP_WORDS.has(words[0] ?? '')) return null
  const [entity, another] = catalogue.called('entity', words.join(' '))
  if (!entity || another) return null
  const also = otherSpellings(entity, words)
  const span = { start: terms[0]?.span.start ?? 0, end: terms.at(-1)?.span.end ?? 0 }
  return also.length > 0 ? { entity, also, span } : null
}

/** The spellings that find more: none that has another's words among its own, and no bare surname for a full name. */
function otherSpellings({ names, aliases, kind }: KnownValue, typed: string[]): string[] {
  const stems = (name: string) =>
    ` ${foldedWords(name)
      .map((word) => stem(word))
      .join(' ')} `
  const kept = [` ${typed.map((word) => stem(word)).join(' ')} `]
  const spellings = [names.ar, names.en, names.fr, ...aliases]
    .filter((name) => name !== null)
    .filter((name) => kind !== 'person' || typed.length === 1 || nameKey(name).includes(' '))
    .sort((a, b) => a.length - b.length)
  const also: string[] = []
  for (const name of spellings) {
    const as = stems(name)
    if (as.trim() === '' || kept.some((other) => as.includes(other))) continue
    kept.push(as)
    also.push(name)
  }
  return also.slice(0, MOST_SPELLINGS)
}

const spelt = ({ also, span }: Expansion): Term[] =>
  also.map((name) => {
    const words = foldedWords(name)
    return { kind: words.length > 1 ? 'phrase' : 'word', words, span }
  })
