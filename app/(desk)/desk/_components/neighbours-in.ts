import type { DeskRow } from '#lib/articles/list-desk.ts'

/** How many articles before and after the one that is read are sent along with it. */
const BEFORE = 1
const AFTER = 2

/**
 * The articles around one in the list: the next and the previous are there before they are asked for. One that has left
 * the list (it was settled, and the list holds what is open) is where it stood by its time. Pure.
 */
export function neighboursIn(rows: DeskRow[], article: { id: string; sortAt: Date }): string[] {
  const at = rows.findIndex(({ lead }) => lead.id === article.id)
  const older = rows.findIndex(({ newestAt }) => newestAt <= article.sortAt)
  const [end, start] = at >= 0 ? [at, at + 1] : older >= 0 ? [older, older] : [rows.length, rows.length]
  return [...rows.slice(Math.max(0, end - BEFORE), end), ...rows.slice(start, start + AFTER)].map(({ lead }) => lead.id)
}
