import { analyse, type Weight } from '#lib/search/analyse.ts'
import type { SeenWord } from '#lib/text/stem.ts'

/** A tsvector may have 1 MB of lexemes and positions; what comes after this much of it is not indexed. */
const MOST_BYTES = 900_000
/** Words between the title's last and the text's first, so that no phrase reaches from one into the other. */
const GAP = 100

/** A lexeme as tsvector and tsquery read it, whatever is in it. */
export const quoteLexeme = (lexeme: string): string => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

/**
 * The text form of a stored tsvector for `::tsvector`: folded, lightly stemmed, the title's words with weight A.
 * @param seen evidence for lone particles; the same must be given to {@link toTsquery}.
 */
export function toTsvector(title: string, text: string, seen?: SeenWord): string {
  const inTitle = analyse(title, 'A', seen)
  const titleEnd = inTitle.reduce((last, l) => Math.max(last, l.positions.at(-1) ?? 0), 0)
  const places = new Map<string, string[]>()
  const add = (lexeme: string, positions: number[], weight: Weight) => {
    const mark = weight === 'D' ? '' : weight
    const entry = places.get(lexeme) ?? []
    for (const position of positions) if (entry.length < 256) entry.push(`${position}${mark}`)
    places.set(lexeme, entry)
  }
  for (const { lexeme, positions, weight } of inTitle) add(lexeme, positions, weight)
  for (const { lexeme, positions, weight } of analyse(text, 'D', seen, titleEnd ? titleEnd + GAP : 0)) {
    add(lexeme, positions, weight)
  }
  const parts: string[] = []
  let bytes = 0
  for (const [lexeme, entry] of places) {
    bytes += lexeme.length * 3 + 4 + entry.length * 2
    if (bytes > MOST_BYTES) break
    parts.push(`${quoteLexeme(lexeme)}:${entry.join(',')}`)
  }
  return parts.join(' ')
}
