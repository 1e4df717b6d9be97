import { authorize } from '#lib/access/authorize.ts'
import type { Context } from '#lib/db/context.ts'
import { archiveFrequencies } from '#lib/search/archive-frequencies.ts'
import type { Query, Term } from '#lib/search/parse-query.ts'
import { isSpelt, letterTrigrams } from '#lib/search/title-words.ts'
import { lexemesOf } from '#lib/search/tsquery.ts'
import { editDistance } from '#lib/text/edit-distance.ts'
import { withoutPrefix } from '#lib/text/stem.ts'

/** So many searches are proposed, and so many words looked for in headlines: each costs a look-up. */
const MOST_SEARCHES = 3
const MOST_WORDS = 4
/** Of the words that share most trigrams, so many are compared letter by letter. */
const CANDIDATES = 30

/**
 * What somebody may have meant whose search found nothing: the same search with each word that no article has replaced
 * by a word of a headline spelt nearly so, likeliest first. None where every word is known, or none is close.
 * @param q the words as typed, in which the query counts its places
 * @throws AppError forbidden
 */
export async function closeSearches(ctx: Context, q: string, query: Query): Promise<string[]> {
  authorize(ctx.actor, 'article:read')
  const unknown = await unknownWords(ctx, query)
  const close = await Promise.all(unknown.map((term) => closeWords(ctx, term.words[0] ?? '')))
  const replaced = unknown.map((term, i) => ({ span: term.span, words: close[i] ?? [] }))
  const found = replaced.filter(({ words }) => words.length > 0).sort((a, b) => b.span.start - a.span.start)
  if (found.length === 0) return []
  const searches = Array.from({ length: MOST_SEARCHES }, (_, place) =>
    found.reduce(
      (text, { span, words }) =>
        text.slice(0, span.start) + (words[Math.min(place, words.length - 1)] ?? '') + text.slice(span.end),
      q,
    ),
  )
  return [...new Set(searches)]
}

/** The words asked for that no article has; what is between quotation marks is meant as it is spelt. */
async function unknownWords(ctx: Context, query: Query): Promise<Term[]> {
  const asked = query.clauses
    .filter((clause) => !clause.not && clause.any.length === 1)
    .flatMap(({ any }) => any)
    .filter(({ kind, words, quoted }) => kind === 'word' && !quoted && isSpelt(words[0] ?? ''))
    .slice(0, MOST_WORDS)
  const isKnown = await knownWords(
    ctx,
    asked.map(({ words }) => words[0] ?? ''),
  )
  return asked.filter(({ words }) => !isKnown.has(words[0] ?? ''))
}

/** Which of these folded words any article has. */
async function knownWords(ctx: Context, words: string[]): Promise<Set<string>> {
  const frequencies = await archiveFrequencies(ctx.now())
  const counts = await frequencies.of([...new Set(words.flatMap((word) => lexemesOf(word)))])
  return new Set(words.filter((word) => lexemesOf(word).some((lexeme) => (counts.get(lexeme) ?? 0) > 0)))
}

/** Words of headlines that are spelt nearly so, the nearest first, as they were written. */
async function closeWords(ctx: Context, word: string): Promise<string[]> {
  const trigrams = letterTrigrams(word)
  const candidates = await ctx.db.$queryRaw<{ word: string; written: string }[]>`
    SELECT word, written FROM title_word t
    WHERE t.trigrams && ${trigrams}::text[] AND length(word) BETWEEN ${word.length - 4} AND ${word.length + 4}
    ORDER BY (SELECT count(*) FROM unnest(t.trigrams) AS letters WHERE letters = ANY(${trigrams}::text[]))::float8
             / (cardinality(t.trigrams) + ${trigrams.length}) DESC, word
    LIMIT ${CANDIDATES}`
  const bare = withoutPrefix(word)
  const near = candidates
    .map((each) => ({ ...each, distance: editDistance(bare, withoutPrefix(each.word)) }))
    .filter(({ distance }) => distance <= (bare.length < 6 ? 1 : 2))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST_SEARCHES)
  const isKnown = await knownWords(
    ctx,
    near.map((each) => each.word),
  )
  return near.filter((each) => isKnown.has(each.word)).map(({ written }) => written)
}
