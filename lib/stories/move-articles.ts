import { z } from 'zod'
import type { Context } from '#lib/db/context.ts'
import { refreshStory } from '#lib/stories/refresh-story.ts'

/** What takes a move back: which article came from which story, and where it went. */
export const MovesUndo = z.object({
  to: z.string(),
  moves: z.array(z.object({ articleId: z.string(), from: z.string().nullable() })),
})
export type MovesUndo = z.infer<typeof MovesUndo>

/** These articles with the copies of each: a text and its copies always lie in one story. */
export async function withCopies(tx: Context, articleIds: readonly string[]): Promise<string[]> {
  const rows = await tx.db.$queryRaw<{ id: string }[]>`
    SELECT id FROM article WHERE id = ANY(${[...articleIds]}::uuid[]) AND withdrawn_at IS NULL
    UNION
    SELECT copy.id FROM article given
    JOIN article copy ON copy.duplicate_group_id = given.duplicate_group_id AND copy.withdrawn_at IS NULL
    WHERE given.id = ANY(${[...articleIds]}::uuid[])
    ORDER BY id`
  return rows.map((row) => row.id)
}

/** Puts articles into a story and counts all stories concerned. Those that are there already stay. */
export async function moveArticles(tx: Context, articleIds: readonly string[], to: string): Promise<MovesUndo> {
  const moves = await tx.db.$queryRaw<{ articleId: string; from: string | null }[]>`
    WITH before AS (
      SELECT id, story_id FROM article
      WHERE id = ANY(${[...articleIds]}::uuid[]) AND story_id IS DISTINCT FROM ${to}::uuid
      ORDER BY id FOR UPDATE
    )
    UPDATE article SET story_id = ${to}::uuid, updated_at = ${tx.now()} FROM before WHERE article.id = before.id
    RETURNING article.id AS "articleId", before.story_id AS "from"`
  await refreshStory(tx, [to, ...moves.map((move) => move.from)])
  return { to, moves }
}

/** Takes articles back to where they came from; one that somebody moved on since stays where it is. */
export async function moveBack(tx: Context, { to, moves }: MovesUndo): Promise<void> {
  await tx.db.$executeRaw`
    UPDATE article SET story_id = move.story_id, updated_at = ${tx.now()}
    FROM unnest(${moves.map((m) => m.articleId)}::uuid[], ${moves.map((m) => m.from)}::uuid[]) AS move(id, story_id)
    WHERE article.id = move.id AND article.story_id = ${to}::uuid`
  await refreshStory(tx, [to, ...moves.map((move) => move.from)])
}
