import type pg from 'pg'
import { indexBands } from '#lib/compare/band-lookup.ts'
import { encodeCentroid } from '#lib/compare/centroid-codec.ts'
import type { Compared, NewArticle } from '#lib/compare/compare-articles.ts'
import { countTerms, indexStories } from '#lib/compare/find-stories.ts'
import { storeDoubts } from '#lib/compare/store-doubts.ts'
import { insertMany } from '#lib/db/bulk.ts'
import { SETTLE_GROUPS, SETTLE_STORIES } from '#lib/db/settled.ts'

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

/** When the articles are there: pairs with their evidence, keys, doubts, counts and spans of stories, primaries, terms. */
export async function storeRelations(
  client: pg.ClientBase,
  articles: readonly NewArticle[],
  compared: Compared,
  { alreadyCounted = false } = {},
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
  await indexBands(
    client,
    articles.map(({ id, prepared }) => ({ id, print: prepared.print })),
  )
  await storeDoubts(client, compared.doubts)
  await client.query(SETTLE_STORIES, [[...new Set(compared.places.map((p) => p.storyId))], null])
  await client.query(SETTLE_GROUPS, [[...new Set(compared.places.flatMap((p) => p.groupId ?? []))]])
  const lookupsOf = (storyId: string) => compared.stories.get(storyId)?.lookups ?? []
  await indexStories(
    client,
    compared.storyDays.map(({ storyId, day }) => ({ storyId, day, keys: lookupsOf(storyId) })),
  )
  if (alreadyCounted) return
  await countTerms(
    client,
    articles.map((a) => a.prepared.keys),
  )
}
