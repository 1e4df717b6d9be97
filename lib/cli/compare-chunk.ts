import type { FileChunk } from '#lib/cli/chunks-of-file.ts'
import type { PlacedArticle } from '#lib/compare/archive-placing.ts'
import { packKeys } from '#lib/compare/kept-keys.ts'
import type { PackedNumbers } from '#lib/compare/packed-numbers.ts'
import { prepareArticle } from '#lib/compare/prepare-article.ts'
import { publishedSpan } from '#lib/compare/published-span.ts'
import type { StoryKeys } from '#lib/compare/story-keys.ts'

export type ComparedLine = PlacedArticle & {
  id: string | number
  /** The text, kept where pairs are to be shown with what they share. */
  original: string | null
}

/** A line that could not be read, and why. */
export type BadLine = { line: number; why: string }

/** `forPairs`: only pairs are wanted, and the texts to show them by. */
export type Chunk = FileChunk & { forPairs: boolean }
/** `keys`: what vectors of its lines are made of; null where only pairs are wanted. */
export type ReadChunk = { number: number; lines: ComparedLine[]; bad: BadLine[]; keys: PackedNumbers | null }

const decoder = new TextDecoder()

/** Parses and prepares the lines of a chunk. */
export function readChunk({ number, bytes, firstLine, forPairs }: Chunk): ReadChunk {
  const lines: ComparedLine[] = []
  const bad: BadLine[] = []
  const keys: StoryKeys[] = []
  decoder
    .decode(bytes)
    .split('\n')
    .forEach((json, i) => {
      if (json.trim() === '') return
      try {
        lines.push(readLine(json, forPairs, keys))
      } catch (error) {
        bad.push({ line: firstLine + i, why: (error as Error).message })
      }
    })
  return { number, lines, bad, keys: forPairs ? null : packKeys(keys) }
}

function readLine(json: string, keepText: boolean, allKeys: StoryKeys[]): ComparedLine {
  const row = JSON.parse(json) as Record<string, unknown> | null
  const id = row?.id
  if (typeof id !== 'string' && typeof id !== 'number') throw new Error('it has no "id"')
  const original = textOf(row?.text)
  const { print, text, keys } = prepareArticle({ title: textOf(row?.title), text: original })
  const published = publishedSpan(textOf(row?.publishedAt) || textOf(row?.date_extracted))
  allKeys.push(keys)
  return {
    id,
    source: textOf(row?.source),
    published,
    print,
    text,
    facts: keys.facts,
    original: keepText ? original : null,
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
