import type pg from 'pg'
import { encodeCentroid } from '#lib/compare/centroid-codec.ts'
import { documentFrequency, indexStories, lookupDay } from '#lib/compare/find-stories.ts'
import { isPrecise } from '#lib/compare/published-span.ts'
import { storedArticles } from '#lib/compare/stored-articles.ts'
import { beginStory, joinCopy, joinStory, type StoryCentroid } from '#lib/compare/story-centroid.ts'
import { storyVector } from '#lib/compare/story-vector.ts'

/**
 * Makes the centroids of stories again from the articles they have now: after an editor moved, merged or split, what
 * comes next is compared with what the story is, not with what it was. Runs in the compare turn.
 */
export async function recentreStories(client: pg.ClientBase, storyIds: readonly string[]): Promise<void> {
  const articles = await storedArticles(client, 'a.story_id = ANY($1::uuid[]) AND a.withdrawn_at IS NULL', [storyIds])
  // Counted in when they arrived: only their own words are asked for.
  const frequency = await documentFrequency(
    client,
    articles.map((a) => a.prepared.keys),
    { alreadyCounted: true },
  )
  const stories = new Map<string, StoryCentroid>()
  const told = new Set<string>()
  for (const { id, storyId, groupId, prepared, at } of articles) {
    if (storyId === null) continue
    const story = stories.get(storyId)
    // A text and its copies are told once.
    const text = `${storyId} ${groupId ?? id}`
    const vector = storyVector(prepared.keys, frequency.idf)
    if (!story) stories.set(storyId, beginStory(vector, at))
    else if (told.has(text)) stories.set(storyId, joinCopy(story, prepared.keys.facts.headlines, at))
    else stories.set(storyId, joinStory(story, vector, at))
    told.add(text)
  }
  for (const [id, story] of stories) {
    await client.query('UPDATE story SET centroid = $2, dated = $3 WHERE id = $1', [
      id,
      Buffer.from(encodeCentroid(story)),
      story.time !== null,
    ])
  }
  await client.query('DELETE FROM story_lookup WHERE story_id = ANY($1::uuid[])', [storyIds])
  await indexStories(
    client,
    articles.flatMap(({ storyId, at }) =>
      storyId === null
        ? []
        : [{ storyId, day: isPrecise(at) ? lookupDay(at.from) : 0, keys: stories.get(storyId)?.lookups ?? [] }],
    ),
  )
}
