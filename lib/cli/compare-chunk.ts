import { type PreparedArticle, prepareArticle } from '#lib/compare/prepare-article.ts'
import { type PublishedSpan, publishedSpan } from '#lib/compare/published-span.ts'

export type ComparedLine = {
  id: string | number
  source: string
  published: PublishedSpan | null
  article: PreparedArticle
  /** Kept where pairs are to be shown with what they share. */
  original: string | null
}

/** A line that could not be read, and why. */
export type BadLine = { line: number; why: string }

/** A piece of the file, whole lines of it; lines count from 1. */
export type Chunk = { bytes: Uint8Array; firstLine: number; keepText: boolean }
export type ReadChunk = { lines: ComparedLine[]; bad: BadLine[] }

const decoder = new TextDecoder()

/** Parses and prepares the lines of a chunk. */
export function readChunk({ bytes, firstLine, keepText }: Chunk): ReadChunk {
  const lines: ComparedLine[] = []
  const bad: BadLine[] = []
  decoder
    .decode(bytes)
    .split('\n')
    .forEach((json, i) => {
      if (json.trim() === '') return
      try {
        lines.push(readLine(json, keepText))
      } catch (error) {
        bad.push({ line: firstLine + i, why: (error as Error).message })
      }
    })
  return { lines, bad }
}

function readLine(json: string, keepText: boolean): ComparedLine {
  const row = JSON.parse(json) as Record<string, unknown> | null
  const id = row?.id
  if (typeof id !== 'string' && typeof id !== 'number') throw new Error('it has no "id"')
  const text = textOf(row?.text)
  return {
    id,
    source: textOf(row?.source),
    published: publishedSpan(textOf(row?.publishedAt) || textOf(row?.date_extracted)),
    article: prepareArticle({ title: textOf(row?.title), text }),
    original: keepText ? text : null,
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
