import type pg from 'pg'
import { encodeCentroid } from '#lib/compare/centroid-codec.ts'
import type { Compared, NewArticle } from '#lib/compare/compare-articles.ts'
import { countTerms, indexStories } from '#lib/compare/find-stories.ts'
import { insertMany } from '#lib/db/bulk.ts'

/** Stores groups and stories that articles are about to point to. */
export async function storeGroupsAndStories(client: pg.ClientBase, compared: Compared, now: Date): Promise<void> {
  await insertMany(client, 'duplicate_group', compared.newGroups, [{ name: 'id', type: 'uuid', value: (id) => id }])
  await client.query(
    `UPDATE article SET duplicate_group_id = j.group_id FROM unnest($1::uuid[], $2::uuid[]) AS j(id, group_id)
     WHERE article.id = j.id AND article.duplicate_group_id IS NULL`,
    [compared.joinedGroups.map((j) => j.articleId), compared.joinedGroups.map((j) => j.groupId)],
  )
  await insertMany(
    client,
    'story',
    [...compared.stories],
    [
      { name: 'id', type: 'uuid', value: ([id]) => id },
      { name: 'first_at', type: 'timestamptz', value: () => now },
      { name: 'last_at', type: 'timestamptz', value: () => now },
      { name: 'dated', type: 'bool', value: ([, story]) => story.time !== null },
      { name: 'centroid', type: 'bytea', value: ([, story]) => Buffer.from(encodeCentroid(story)) },
    ],
    'ON CONFLICT (id) DO UPDATE SET dated = EXCLUDED.dated, centroid = EXCLUDED.centroid, updated_at = now()',
  )
}

/** When the articles are there: pairs with their evidence, counts and spans of stories, primaries, terms. */
export async function storeRelations(
  client: pg.ClientBase,
  articles: readonly NewArticle[],
  compared: Compared,
): Promise<void> {
  const pairs = articles.flatMap(({ id }, i) =>
    (compared.places[i]?.copies ?? []).map((copy) => ({ a: id, b: copy.of.id, ...copy.relation })),
  )
  await insertMany(
    client,
    'duplicate_pair',
    pairs,
    [
      { name: 'a_id', type: 'uuid', value: (p) => (p.a < p.b ? p.a : p.b) },
      { name: 'b_id', type: 'uuid', value: (p) => (p.a < p.b ? p.b : p.a) },
      { name: 'kind', type: 'text', value: (p) => p.kind },
      { name: 'jaccard', type: 'float8', value: (p) => p.jaccard },
      { name: 'containment', type: 'float8', value: (p) => p.containment },
      { name: 'evidence', type: 'jsonb', value: (p) => p.changes },
    ],
    'ON CONFLICT DO NOTHING',
  )
  await spanStories(client, [...new Set(compared.places.map((p) => p.storyId))])
  await choosePrimaries(client, [...new Set(compared.places.flatMap((p) => p.groupId ?? []))])
  const lookupsOf = (storyId: string) => compared.stories.get(storyId)?.lookups ?? []
  await indexStories(
    client,
    compared.storyDays.map(({ storyId, day }) => ({ storyId, day, keys: lookupsOf(storyId) })),
  )
  await countTerms(
    client,
    articles.map((a) => a.prepared.keys),
  )
}

/** How many articles a story has, from when to when. */
async function spanStories(client: pg.ClientBase, storyIds: string[]): Promise<void> {
  await client.query(
    `UPDATE story SET article_count = s.articles, first_at = s.first_at, last_at = s.last_at
     FROM (SELECT story_id, count(*)::int AS articles, min(sort_at) AS first_at, max(sort_at) AS last_at
           FROM article WHERE story_id = ANY($1::uuid[]) AND withdrawn_at IS NULL GROUP BY story_id) AS s
     WHERE story.id = s.story_id`,
    [storyIds],
  )
}

/** The primary of a group is its first full version: the earliest of those with nine tenths of the longest's words. */
async function choosePrimaries(client: pg.ClientBase, groupIds: string[]): Promise<void> {
  await client.query(
    `UPDATE duplicate_group AS g SET primary_id = (
       SELECT a.id FROM article AS a
       WHERE a.duplicate_group_id = g.id AND a.withdrawn_at IS NULL
       ORDER BY a.word_count < 0.9 * (SELECT max(word_count) FROM article WHERE duplicate_group_id = g.id AND withdrawn_at IS NULL),
                a.published_at IS NULL, a.sort_at, a.id
       LIMIT 1)
     WHERE g.id = ANY($1::uuid[]) AND g.primary_set_by_id IS NULL`,
    [groupIds],
  )
}
