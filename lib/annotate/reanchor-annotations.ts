import { anchorsIn } from '#lib/annotate/anchor.ts'
import { describeTarget } from '#lib/annotate/target.ts'
import type { Context } from '#lib/db/context.ts'

/** What became of the notes of an article whose text has changed. */
export type Reanchored = { placed: number; unplaced: number }

/**
 * Finds the notes of an article again in its new text. To be called in the transaction that wrote it: the article's row
 * holds the new revision already. A note that finds its words is described anew; one that does not keeps its quotation
 * and is shown unplaced, and is tried again with the next text.
 */
export async function reanchorAnnotations(
  tx: Context,
  articleId: string,
  { from, to }: { from: string; to: string },
): Promise<Reanchored> {
  const { revision } = await tx.db.article.findUniqueOrThrow({ where: { id: articleId }, select: { revision: true } })
  // Deleted ones too: an undo must not bring a note back to other words.
  const notes = await tx.db.annotation.findMany({ where: { articleId } })
  const fromPlace = anchorsIn(to, from)
  const fromQuote = anchorsIn(to)
  const rows = notes.map((note) => {
    // The offsets of one that is unplaced count in a text before the last.
    const place = note.unplacedAt ? fromQuote(note) : fromPlace(note)
    return { id: note.id, place, ...(place ? describeTarget(to, place.start, place.end) : note) }
  })
  await tx.db.$executeRaw`
    UPDATE annotation SET
      revision = ${revision}, start = n.start, "end" = n."end", exact = n.exact, prefix = n.prefix, suffix = n.suffix,
      unplaced_at = CASE WHEN n.placed THEN NULL ELSE coalesce(annotation.unplaced_at, ${tx.now()}::timestamptz) END
    FROM unnest(
      ${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.start)}::int[], ${rows.map((r) => r.end)}::int[],
      ${rows.map((r) => r.exact)}::text[], ${rows.map((r) => r.prefix)}::text[], ${rows.map((r) => r.suffix)}::text[],
      ${rows.map((r) => r.place !== null)}::bool[]
    ) AS n(id, start, "end", exact, prefix, suffix, placed)
    WHERE annotation.id = n.id`
  const placed = rows.filter((row) => row.place !== null).length
  return { placed, unplaced: rows.length - placed }
}
