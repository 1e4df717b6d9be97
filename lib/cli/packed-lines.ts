import type { ComparedLine } from '#lib/cli/compare-chunk.ts'
import { intsAt, type PackedNumbers, packNumbers, uintsAt } from '#lib/compare/packed-numbers.ts'

/** Lines as one thread hands them to another: their arrays in one piece, the rest as it is. */
export type PackedLines = { rest: Rest[]; arrays: PackedNumbers }
type Rest = Omit<ComparedLine, 'print' | 'text'> & { checksum: string; wordCount: number; figures: string[] }

const ARRAYS_OF_LINE = 4

export function packLines(lines: readonly ComparedLine[]): PackedLines {
  const rest = lines.map(({ print: { checksum, wordCount }, text: { figures }, ...others }) => ({
    ...others,
    checksum,
    wordCount,
    figures,
  }))
  const arrays = lines.flatMap(({ print, text }) => [print.signature, print.bands, text.words, text.shingles])
  return { rest, arrays: packNumbers(arrays) }
}

export function unpackLines({ rest, arrays }: PackedLines): ComparedLine[] {
  return rest.map(({ checksum, wordCount, figures, ...others }, row) => {
    const first = row * ARRAYS_OF_LINE
    return {
      ...others,
      print: { checksum, wordCount, signature: intsAt(arrays, first), bands: intsAt(arrays, first + 1) },
      text: { figures, words: uintsAt(arrays, first + 2), shingles: uintsAt(arrays, first + 3) },
    }
  })
}
