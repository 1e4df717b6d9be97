import { foldText } from '#lib/text/fold.ts'

export type Named = { id: string; names: (string | null)[] }
type Asked = {
  /** Words that must all stand in some name, in any spelling of their letters. */
  q?: string | undefined
  /** The last id of the page before. */
  after?: string | undefined
  limit: number
  locale: string
}

/**
 * A page of a list that has names: by the first name, in the order of the reader's language. For vocabularies, which
 * have thousands of entries and not millions: folding all of them takes some ms, and no database folds as we do.
 * Pure.
 * @returns ids in order, how many there are in all, and what `after` continues with
 */
export function findNamed(
  rows: Named[],
  { q, after, limit, locale }: Asked,
): { ids: string[]; total: number; next: string | null } {
  const words = foldText(q ?? '')
    .split(/\s+/)
    .filter(Boolean)
  const { compare } = new Intl.Collator(locale, { numeric: true })
  const found = rows
    .filter(({ names }) => {
      const folded = words.length ? foldText(names.join('\n')) : ''
      return words.every((word) => folded.includes(word))
    })
    .map(({ id, names }) => ({ id, name: names.find(Boolean) ?? id }))
    .sort((a, b) => compare(a.name, b.name) || (a.id < b.id ? -1 : 1))
  // One that has gone meanwhile is not found: the list begins anew rather than nowhere.
  const from = after ? found.findIndex(({ id }) => id === after) + 1 : 0
  const ids = found.slice(from, from + limit).map(({ id }) => id)
  return { ids, total: found.length, next: from + limit < found.length ? (ids.at(-1) ?? null) : null }
}
