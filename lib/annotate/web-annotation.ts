import type { Target } from '#lib/annotate/target.ts'

/** What Mirqab keeps of a note, apart from its place; `null` where there is none. */
export type Note = {
  /** Address (IRI) of the annotation. */
  id: string
  /** Address of the article. */
  article: string
  motivation: 'commenting' | 'highlighting' | 'tagging' | 'replying'
  /** Plain text of the comment or reply. */
  comment: string | null
  /** The desk's label of it, in its languages. */
  label: { ar: string; en: string } | null
  /** Language of the comment. */
  language: string | null
  author: { id: string; name: string } | null
  createdAt: Date
  modifiedAt: Date | null
  /** When its matter was settled. */
  resolvedAt: Date | null
  /** Null for a reply, and for a note on the whole article. */
  target: Target | null
  /** Address of the annotation that this one answers. */
  repliesTo: string | null
}

/** An annotation in the W3C Web Annotation Data Model (Recommendation of 23 February 2017), as JSON-LD. */
export type WebAnnotation = { '@context': string; id: string; type: 'Annotation' } & Record<string, unknown>

export const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld'

/** The model has no word for "settled": the one of to-dos (RDF Calendar), written out, needs no context of its own. */
export const RESOLVED = 'http://www.w3.org/2002/12/cal/icaltzd#completed'

/**
 * A note as JSON-LD. The model counts positions in code points (4.2.5), we in UTF-16 units: the text is needed to turn
 * one into the other.
 */
export function toWebAnnotation(note: Note, text: string): WebAnnotation {
  const bodies = [
    ...(note.comment !== null
      ? [textualBody(note.comment, note.repliesTo ? 'replying' : 'commenting', note.language)]
      : []),
    ...Object.entries(note.label ?? {}).map(([language, name]) => textualBody(name, 'tagging', language)),
  ]
  return {
    '@context': ANNOTATION_CONTEXT,
    id: note.id,
    type: 'Annotation',
    motivation: note.motivation,
    ...(note.author ? { creator: { id: note.author.id, type: 'Person', name: note.author.name } } : {}),
    created: note.createdAt.toISOString(),
    ...(note.modifiedAt ? { modified: note.modifiedAt.toISOString() } : {}),
    ...(note.resolvedAt ? { [RESOLVED]: note.resolvedAt.toISOString() } : {}),
    ...(bodies.length > 0 ? { body: bodies } : {}),
    target: note.repliesTo ?? (note.target ? specificResource(note.article, note.target, text) : note.article),
  }
}

const textualBody = (value: string, purpose: string, language: string | null) => ({
  type: 'TextualBody',
  value,
  format: 'text/plain',
  purpose,
  ...(language ? { language } : {}),
})

function specificResource(source: string, { start, end, exact, prefix, suffix }: Target, text: string) {
  const position = { type: 'TextPositionSelector', start: codePoints(text, start), end: codePoints(text, end) }
  const quote = {
    type: 'TextQuoteSelector',
    exact,
    ...(prefix ? { prefix } : {}),
    ...(suffix ? { suffix } : {}),
  }
  return { type: 'SpecificResource', source, selector: [position, quote] }
}

/** How many code points stand before a place given in UTF-16 units. */
export function codePoints(text: string, units: number): number {
  let count = 0
  for (let i = 0; i < Math.min(units, text.length); count++) i += (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1
  return count
}

/** The place in UTF-16 units after so many code points; the text's end where it has fewer. */
export function utf16Units(text: string, points: number): number {
  let units = 0
  for (let n = 0; n < points && units < text.length; n++) units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1
  return units
}
