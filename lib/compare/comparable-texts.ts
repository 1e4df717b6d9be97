import type pg from 'pg'
import { type ComparableText, comparableText } from '#lib/compare/comparable-text.ts'
import { KnownTexts } from '#lib/compare/known-texts.ts'
import type { PreparedArticle } from '#lib/compare/prepare-article.ts'
import { binaryArray } from '#lib/db/binary-array.ts'

/** Of this process: a text is copied within days, and often within the hour. */
const knownTexts = new KnownTexts()

/** Keeps the texts of articles that have come, for those that come after them. */
export function keepTexts(articles: readonly PreparedArticle[]): void {
  for (const { print, text } of articles) knownTexts.keep(print.checksum, text)
}

/** The texts of stored articles by id: out of memory where they are there, and kept there. */
export async function comparableTexts(
  client: pg.ClientBase,
  articles: Iterable<{ id: string; checksum: string }>,
): Promise<Map<string, ComparableText>> {
  const texts = new Map<string, ComparableText>()
  const unread = new Map<string, string>()
  for (const { id, checksum } of articles) {
    const text = knownTexts.get(checksum)
    if (text) texts.set(id, text)
    else unread.set(id, checksum)
  }
  if (unread.size === 0) return texts
  const { rows } = await client.query<{ id: string; text: string }>(
    'SELECT id, text FROM article WHERE id = ANY($1::uuid[])',
    [binaryArray('uuid', [...unread.keys()])],
  )
  for (const row of rows) {
    const text = comparableText(row.text)
    texts.set(row.id, text)
    knownTexts.keep(unread.get(row.id) as string, text)
  }
  return texts
}
