import { wordDifference } from '#lib/compare/word-difference.ts'

/** How a text differs from another: words that came and went, and the first passage that is not the same. */
export type TextChange = { added: number; removed: number; before: string; after: string }

/** Words that may stand unchanged within one passage; characters of it that are shown. */
const WITHIN = 3
const SHOWN = 160

/** The difference of two texts that are not equal. Where only marks or spaces differ, no word is counted. Pure. */
export function textChange(before: string, after: string): TextChange {
  const tokens = wordDifference(before, after)
  const first = tokens.findIndex((token) => token.op !== 'same')
  const added = tokens.filter((token) => token.op === 'insert').length
  const removed = tokens.filter((token) => token.op === 'delete').length
  if (first < 0) return { added, removed, ...firstCharacters(before, after) }
  let last = first
  for (let i = first; i < tokens.length && i - last <= WITHIN; i++) if (tokens[i]?.op !== 'same') last = i
  const passage = tokens.slice(first, last + 1)
  const cut = (text: string, side: 'a' | 'b') => {
    const spans = passage.flatMap((token) => token[side] ?? [])
    return shown(text.slice(spans[0]?.start ?? 0, spans.at(-1)?.end ?? 0))
  }
  return { added, removed, before: cut(before, 'a'), after: cut(after, 'b') }
}

function firstCharacters(before: string, after: string): { before: string; after: string } {
  let at = 0
  while (before[at] === after[at]) at++
  const from = Math.max(0, at - 20)
  return { before: shown(before.slice(from, at + 60)), after: shown(after.slice(from, at + 60)) }
}

const shown = (text: string): string => {
  const line = text.replace(/\s+/g, ' ')
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line
}
