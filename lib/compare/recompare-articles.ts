import type pg from 'pg'
import { compareArticles } from '#lib/compare/compare-articles.ts'
import { recentreStories } from '#lib/compare/recentre-stories.ts'
import { storeGroupsAndStories, storeRelations } from '#lib/compare/store-comparison.ts'
import { type StoredArticle, storedArticles } from '#lib/compare/stored-articles.ts'
import { storedEmbeddings } from '#lib/compare/stored-embeddings.ts'
import { SETTLE_GROUPS, SETTLE_STORIES } from '#lib/db/settled.ts'

/**
 * Looks again for the copies and the story of articles whose text has changed, as if they had just arrived. What people
 * have said holds: articles in a locked story, in a story or a group of whose articles an editor has spoken, stay where
 * they lie. A story that an article would leave empty keeps its row: the article stays in it. Runs in the compare turn.
 * @returns the articles whose group or story is another now
 */
export async function recompareArticles(
  client: pg.ClientBase,
  articleIds: readonly string[],
  now: Date,
): Promise<string[]> {
  const given = await storedArticles(client, 'a.id = ANY($1::uuid[]) AND a.withdrawn_at IS NULL', [articleIds])
  if (given.length === 0) return []
  const held = await heldByPeople(client, given)
  const free = given.filter(({ id }) => !held.has(id))
  const before = [...new Set(given.flatMap(({ storyId }) => storyId ?? []))]
  const ids = free.map(({ id }) => id)
  await takeOut(client, ids)
  await recentreStories(client, before)

  // Where the model was changed between them, those of the one that made most; meaning is of the text that arrived.
  const embedded = (await storedEmbeddings(client, ids)).sort((a, b) => b.vectors.size - a.vectors.size)
  const compared = await compareArticles(client, free, embedded[0])
  const kept = await keptStories(client, free, compared)
  const storyOf = (id: string) => kept.get(id) ?? id
  compared.stories = new Map([...compared.stories].map(([id, story]) => [storyOf(id), story]))
  for (const place of compared.places) place.storyId = storyOf(place.storyId)
  for (const day of compared.storyDays) day.storyId = storyOf(day.storyId)
  await storeGroupsAndStories(client, compared, now)
  await client.query(
    `UPDATE article AS a SET withdrawn_at = NULL, duplicate_group_id = p.group_id, story_id = p.story_id, updated_at = $4
     FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS p(id, group_id, story_id) WHERE a.id = p.id`,
    [ids, compared.places.map((p) => p.groupId), compared.places.map((p) => p.storyId), now],
  )
  await storeRelations(client, free, compared, { alreadyCounted: true })
  await client.query(SETTLE_STORIES, [before, null])
  await client.query(SETTLE_GROUPS, [[...new Set(free.flatMap(({ groupId }) => groupId ?? []))]])
  return free
    .filter(({ storyId, groupId }, i) => {
      const place = compared.places[i]
      return place?.storyId !== storyId || place?.groupId !== groupId
    })
    .map(({ id }) => id)
}

/** Articles that stay where they lie, because a person has put them or their neighbours there. */
async function heldByPeople(client: pg.ClientBase, articles: readonly StoredArticle[]): Promise<Set<string>> {
  const { rows } = await client.query<{ id: string }>(
    `WITH given AS (
       SELECT a.id, a.story_id, a.duplicate_group_id, s.locked_at FROM article AS a LEFT JOIN story AS s ON s.id = a.story_id
       WHERE a.id = ANY($1::uuid[])
     ), beside AS (
       SELECT id AS given_id, id, NULL AS about FROM given
       UNION ALL SELECT g.id, a.id, 'event' FROM given AS g JOIN article AS a ON a.story_id = g.story_id
       UNION ALL SELECT g.id, a.id, 'text' FROM given AS g JOIN article AS a ON a.duplicate_group_id = g.duplicate_group_id
     )
     SELECT id FROM given WHERE locked_at IS NOT NULL
     UNION
     SELECT beside.given_id FROM beside JOIN LATERAL (
       SELECT about FROM pair_verdict WHERE a_id = beside.id
       UNION ALL SELECT about FROM pair_verdict WHERE b_id = beside.id
     ) AS said ON beside.about IS NULL OR beside.about = said.about`,
    [articles.map(({ id }) => id)],
  )
  return new Set(rows.map(({ id }) => id))
}

/** For as long as they are compared they are not here, or each would be its own nearest copy. Nobody sees it: one turn. */
async function takeOut(client: pg.ClientBase, ids: readonly string[]): Promise<void> {
  await client.query('UPDATE article SET withdrawn_at = now() WHERE id = ANY($1::uuid[])', [ids])
  await client.query('DELETE FROM duplicate_pair WHERE a_id = ANY($1::uuid[]) OR b_id = ANY($1::uuid[])', [ids])
  await client.query('DELETE FROM review_item WHERE article_id = ANY($1::uuid[])', [ids])
}

/** New stories of articles whose own has nobody else: the old one goes on, with its title and its history. @returns old by new */
async function keptStories(
  client: pg.ClientBase,
  articles: readonly StoredArticle[],
  { places, newStories }: Awaited<ReturnType<typeof compareArticles>>,
): Promise<Map<string, string>> {
  const left = articles.flatMap(({ storyId }) => storyId ?? [])
  const { rows } = await client.query<{ id: string }>(
    `SELECT s.id FROM story AS s WHERE s.id = ANY($1::uuid[])
       AND NOT EXISTS (SELECT 1 FROM article AS a WHERE a.story_id = s.id AND a.withdrawn_at IS NULL)`,
    [left],
  )
  const empty = new Set(rows.map(({ id }) => id))
  const kept = new Map<string, string>()
  articles.forEach(({ storyId }, i) => {
    const { storyId: now } = places[i] as { storyId: string }
    if (storyId === null || !empty.has(storyId) || !newStories.has(now) || kept.has(now)) return
    kept.set(now, storyId)
    empty.delete(storyId)
  })
  return kept
}
