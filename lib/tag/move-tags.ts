import { z } from 'zod'
import type { Context } from '#lib/db/context.ts'
import { Prisma } from '#lib/db/generated/client.ts'

/** What takes it back: the tags that moved, those that gave way to one that was there (whole rows), those that were accepted by it. */
export const MovedTags = z.object({
  moved: z.array(z.uuid()),
  given: z.array(z.record(z.string(), z.json())),
  raised: z.array(z.uuid()),
})
export type MovedTags = z.output<typeof MovedTags>

/** Which column of a tag says what it is of. */
type Of = 'topic_id' | 'entity_id'

/**
 * Makes the tags of one topic or entity another's. Of an article that has both, the tag of the one that stays is kept
 * and takes the stronger decision: accepted before suggested. The other is kept in what is returned.
 */
export async function moveTags({ db }: Context, of: Of, from: string, into: string): Promise<MovedTags> {
  const id = Prisma.raw(of)
  const raised = await db.$queryRaw<{ id: string }[]>`
    UPDATE article_tag SET state = 'accepted', user_id = gone.user_id, decided_at = gone.decided_at
    FROM article_tag gone
    WHERE gone.${id} = ${from} AND gone.state = 'accepted' AND article_tag.article_id = gone.article_id
      AND article_tag.${id} = ${into} AND article_tag.state = 'suggested'
    RETURNING article_tag.id`
  const moved = await db.$queryRaw<{ id: string }[]>`
    UPDATE article_tag SET ${id} = ${into} WHERE ${id} = ${from}
      AND NOT EXISTS (SELECT 1 FROM article_tag there
                      WHERE there.article_id = article_tag.article_id AND there.${id} = ${into})
    RETURNING id`
  const given = await db.$queryRaw<{ row: MovedTags['given'][number] }[]>`
    DELETE FROM article_tag t WHERE ${id} = ${from} RETURNING to_jsonb(t) AS row`
  return { moved: idsOf(moved), given: given.map(({ row }) => row), raised: idsOf(raised) }
}

/** Parts them again as they were; tags given since stay where they are. */
export async function moveTagsBack(
  { db }: Context,
  of: Of,
  from: string,
  into: string,
  { moved, given, raised }: MovedTags,
): Promise<void> {
  const id = Prisma.raw(of)
  await db.$executeRaw`
    UPDATE article_tag SET ${id} = ${from} WHERE id = ANY(${moved}::uuid[]) AND ${id} = ${into}`
  await db.$executeRaw`
    INSERT INTO article_tag SELECT * FROM jsonb_populate_recordset(NULL::article_tag, ${JSON.stringify(given)}::jsonb)
    ON CONFLICT DO NOTHING`
  await db.$executeRaw`
    UPDATE article_tag SET state = 'suggested', user_id = NULL, decided_at = NULL
    WHERE id = ANY(${raised}::uuid[]) AND ${id} = ${into} AND state = 'accepted'`
}

const idsOf = (rows: { id: string }[]): string[] => rows.map(({ id }) => id)
