import type pg from 'pg'
import type { Copy } from '#lib/compare/find-copies.ts'
import { unites } from '#lib/compare/same-text.ts'

/** An editor's "not the same event", seen from an article that a new one holds text of. */
export type Refusal = { kinId: string; kinStoryId: string | null; storyId: string | null }

/**
 * The stories that an article may not join by its score: an editor has set a text that it holds, whole or in part, apart
 * from them. A story in which such a text lies stays open to it. Pure.
 */
export function refusedStories(copies: readonly Copy[], refusals: readonly Refusal[]): Set<string> {
  const kin = new Set(copies.map((copy) => copy.of.id))
  const ofKin = refusals.filter((refusal) => kin.has(refusal.kinId))
  const refused = new Set(ofKin.flatMap((refusal) => refusal.storyId ?? []))
  for (const { of } of copies) if (of.storyId) refused.delete(of.storyId)
  for (const { kinStoryId } of ofKin) if (kinStoryId) refused.delete(kinStoryId)
  return refused
}

/**
 * What editors have said of the texts that these articles hold. An article that is one text with another goes where that
 * one is, so nothing needs asking for it: neither of its groups nor of its stories can chain what an editor has parted.
 * @returns for each article the stories it may not join
 */
export async function storiesRefused(client: pg.ClientBase, copies: readonly Copy[][]): Promise<Set<string>[]> {
  const asked = copies.map((found) => (found[0] && !unites(found[0].relation) ? found : []))
  const kin = [...new Set(asked.flatMap((found) => found.map((copy) => copy.of.id)))]
  if (kin.length === 0) return copies.map(() => new Set())
  const { rows } = await client.query<Refusal>(
    `WITH kin AS (SELECT id, story_id, duplicate_group_id FROM article WHERE id = ANY($1::uuid[])),
     mates AS (
       SELECT id AS kin_id, story_id, id FROM kin
       UNION
       SELECT kin.id, kin.story_id, a.id FROM kin JOIN article AS a USING (duplicate_group_id)
     )
     SELECT mates.kin_id AS "kinId", mates.story_id AS "kinStoryId", other.story_id AS "storyId"
     FROM mates
     JOIN LATERAL (
       SELECT b_id AS id FROM pair_verdict WHERE a_id = mates.id AND about = 'event' AND NOT same
       UNION ALL
       SELECT a_id FROM pair_verdict WHERE b_id = mates.id AND about = 'event' AND NOT same
     ) AS said ON true
     JOIN article AS other ON other.id = said.id`,
    [kin],
  )
  return asked.map((found) => refusedStories(found, rows))
}
