import type pg from 'pg'
import { decodeCentroid } from '#lib/compare/centroid-codec.ts'
import { findStories } from '#lib/compare/find-stories.ts'
import { type MergeProposal, middleOf, proposeMerges } from '#lib/compare/propose-merges.ts'
import type { StoryCentroid } from '#lib/compare/story-centroid.ts'

/** Stories compared in one step: their neighbours with them, some 6 kB each, lie in memory. */
const PAGE = 200

export type MergePage = { proposals: MergeProposal[]; next: string | null }

/**
 * Looks through the stories that had an article since then, a page at a time, for those that streaming has split.
 * Locked stories, and two of which a person has said that they are two, are in no proposal.
 * @param after the last story of the page before.
 */
export async function findMerges(client: pg.ClientBase, since: Date, after: string | null): Promise<MergePage> {
  const { rows } = await client.query<{ id: string; centroid: Buffer }>(
    `SELECT id, centroid FROM story
     WHERE last_at >= $1 AND ($2::uuid IS NULL OR id > $2) AND ${MAY_CHANGE} ORDER BY id LIMIT ${PAGE}`,
    [since, after],
  )
  return { proposals: await proposalsAmong(client, rows), next: rows.length < PAGE ? null : (rows.at(-1)?.id ?? null) }
}

/** Whether two stories are one event still, as they are now. Runs in the compare turn, before they are merged. */
export async function areOneEvent(client: pg.ClientBase, { a, b }: Pick<MergeProposal, 'a' | 'b'>): Promise<boolean> {
  const { rows } = await client.query<{ id: string; centroid: Buffer }>(
    `SELECT id, centroid FROM story WHERE id IN ($1, $2) AND ${MAY_CHANGE}`,
    [a, b],
  )
  if (rows.length < 2) return false
  const found = await proposalsAmong(client, rows)
  return found.some((other) => (other.a === a && other.b === b) || (other.a === b && other.b === a))
}

const MAY_CHANGE = 'locked_at IS NULL AND article_count > 0 AND length(centroid) > 0'

async function proposalsAmong(
  client: pg.ClientBase,
  rows: readonly { id: string; centroid: Buffer }[],
): Promise<MergeProposal[]> {
  const asked = new Map(rows.map((row) => [row.id, decodeCentroid(row.centroid)]))
  const near = await findStories(
    client,
    [...asked.values()].map((story) => ({ vector: story, at: middleOf(story) })),
  )
  const stories = new Map<string, StoryCentroid>([...near, ...asked])
  const proposals = proposeMerges(stories)
  const apart = await setApart(client, proposals)
  return proposals.filter((proposal) => !apart.has(proposal))
}

/** Proposals against which a person has spoken: of an article of the one and an article of the other. */
async function setApart(client: pg.ClientBase, proposals: readonly MergeProposal[]): Promise<Set<MergeProposal>> {
  if (proposals.length === 0) return new Set()
  const { rows } = await client.query<{ n: number }>(
    `SELECT DISTINCT p.n
     FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS p(a, b, n)
     JOIN article AS x ON x.story_id = p.a
     JOIN LATERAL (
       SELECT b_id AS id FROM pair_verdict WHERE a_id = x.id AND about = 'event' AND NOT same
       UNION ALL
       SELECT a_id FROM pair_verdict WHERE b_id = x.id AND about = 'event' AND NOT same
     ) AS said ON true
     JOIN article AS y ON y.id = said.id AND y.story_id = p.b`,
    [proposals.map(({ a }) => a), proposals.map(({ b }) => b)],
  )
  return new Set(rows.flatMap(({ n }) => proposals[Number(n) - 1] ?? []))
}
