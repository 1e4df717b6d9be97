import { BLOCK_KINDS, type Block } from '#lib/core/article.ts'
import { originalWords } from '#lib/text/words.ts'

/** Words that two blocks share, of the larger one’s, from which on one is the other, edited. */
const SAME_BLOCK = 0.5

/**
 * A text as an editor left it becomes blocks again: a blank line parts them, and each keeps the kind of the block it
 * was, unchanged or edited; what is new is a paragraph.
 */
export function blocksOfEdited(
  before: { text: string; blocks: readonly Block[] },
  edited: string,
): { text: string; blocks: Block[] } {
  const parts = edited
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const known = before.blocks.map(({ kind, start, end }) => ({ kind, words: wordsOf(before.text.slice(start, end)) }))
  const blocks: Block[] = []
  let at = 0
  for (const part of parts) {
    const words = wordsOf(part)
    const best = known.reduce<{ kind: Block['kind']; share: number }>(
      (best, block) => {
        const share = shared(words, block.words)
        return share > best.share ? { kind: block.kind, share } : best
      },
      { kind: 'paragraph', share: 0 },
    )
    blocks.push({ kind: best.share >= SAME_BLOCK ? best.kind : 'paragraph', start: at, end: at + part.length })
    at += part.length + 2
  }
  return { text: parts.join('\n\n'), blocks }
}

const wordsOf = (text: string): Set<string> => new Set(originalWords(text).words.map((word) => word.text))

/** Of the larger one's words: a heading of two words is not found again in every paragraph that has them. */
function shared(a: Set<string>, b: Set<string>): number {
  let both = 0
  for (const word of a) if (b.has(word)) both++
  return both / Math.max(1, a.size, b.size)
}

/** Blocks as the database has them. Whatever is no block is left out. */
export const storedBlocks = (value: unknown): Block[] =>
  (Array.isArray(value) ? value : []).filter(
    (block): block is Block =>
      BLOCK_KINDS.includes(block?.kind) && Number.isInteger(block.start) && Number.isInteger(block.end),
  )
