import type { Reread } from '#lib/reread/reread-page.ts'

/** How many articles were read again, how many changed, and in how many each thing did. */
export type RereadTally = {
  articles: number
  changed: number
  unreadable: number
  /** By field (`title`, `publishedAt`…), and `text`, `blocks`, `flags`, `tags`, `reasons`. */
  by: Record<string, number>
}

export const emptyTally = (): RereadTally => ({ articles: 0, changed: 0, unreadable: 0, by: {} })

/** Counts one more article in. */
export function countIn(tally: RereadTally, { changes, isUnreadable }: Reread): void {
  tally.articles++
  if (isUnreadable) tally.unreadable++
  if (!changes) return
  tally.changed++
  const { fields, text, blocks, reasons, flags, tags } = changes
  const any = (lists: Record<string, string[]>) => Object.values(lists).some((list) => list.length > 0)
  const what = [
    ...fields.map(({ field }) => field),
    ...(text ? ['text'] : []),
    ...(blocks ? ['blocks'] : []),
    ...(any(flags) ? ['flags'] : []),
    ...(any(tags) ? ['tags'] : []),
    ...(reasons.length > 0 ? ['reasons'] : []),
  ]
  for (const name of what) tally.by[name] = (tally.by[name] ?? 0) + 1
}
