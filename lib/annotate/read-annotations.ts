import { fromWebAnnotation, type ReadAnnotation } from '#lib/annotate/from-web-annotation.ts'

/** What a file of annotations holds: those that were understood, in order, and why others were not. */
export type ReadFile = { annotations: ReadAnnotation[]; refused: string[] }

/** Collections within collections end somewhere. */
const DEEPEST = 4

/**
 * Reads a file of JSON-LD: one Web Annotation, a list of them, an AnnotationPage or AnnotationCollection with its pages
 * in it, or a graph.
 */
export function readAnnotations(json: unknown): ReadFile {
  const read: ReadFile = { annotations: [], refused: [] }
  for (const one of itemsOf(json)) {
    const reading = fromWebAnnotation(one)
    if (reading.ok) read.annotations.push(reading.annotation)
    else read.refused.push(reading.error)
  }
  return read
}

function itemsOf(json: unknown, depth = 0): unknown[] {
  if (depth > DEEPEST) return []
  if (Array.isArray(json)) return json.flatMap((item) => itemsOf(item, depth + 1))
  if (typeof json !== 'object' || json === null) return [json]
  const { first, items, '@graph': graph, target } = json as Record<string, unknown>
  if (target !== undefined) return [json]
  const inner = first ?? items ?? graph
  return inner === undefined ? [json] : itemsOf(inner, depth + 1)
}
