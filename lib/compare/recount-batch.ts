import type pg from 'pg'
import { forgetBands, indexBands } from '#lib/compare/band-lookup.ts'
import { countTerms } from '#lib/compare/find-stories.ts'
import { storedArticles } from '#lib/compare/stored-articles.ts'

/** Articles of one step: a batch may have a hundred thousand. */
const TOGETHER = 500

/**
 * After a batch was undone or brought back: takes its articles out of what the archive knows of its terms and out of the
 * look-up of copies, or puts them in again. Each article says whether it is counted, so that running twice changes nothing. One step;
 * runs in the compare turn.
 * @returns the stories of the articles concerned; null where nothing is left to do
 */
export async function recountBatch(client: pg.ClientBase, batchId: string): Promise<string[] | null> {
  const { rows } = await client.query<{ id: string; counted: boolean }>(
    `UPDATE article SET terms_counted = NOT terms_counted
     WHERE id IN (SELECT id FROM article WHERE batch_id = $1 AND terms_counted <> (withdrawn_at IS NULL) LIMIT ${TOGETHER})
     RETURNING id, terms_counted AS counted`,
    [batchId],
  )
  if (rows.length === 0) return null
  const counted = new Map(rows.map(({ id, counted }) => [id, counted]))
  const articles = await storedArticles(client, 'a.id = ANY($1::uuid[])', [[...counted.keys()]])
  for (const now of [true, false]) {
    const some = articles.filter(({ id }) => counted.get(id) === now)
    if (some.length === 0) continue
    await countTerms(
      client,
      some.map(({ prepared }) => prepared.keys),
      now ? 1 : -1,
    )
    const printed = some.map(({ id, prepared }) => ({ id, print: prepared.print }))
    await (now ? indexBands : forgetBands)(client, printed)
  }
  return [...new Set(articles.flatMap(({ storyId }) => storyId ?? []))]
}
