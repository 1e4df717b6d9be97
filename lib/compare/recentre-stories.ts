import type pg from 'pg'
import { encodeCentroid } from '#lib/compare/centroid-codec.ts'
import { documentFrequency, indexStories, lookupDay } from '#lib/compare/find-stories.ts'
import { prepareArticle } from '#lib/compare/prepare-article.ts'
import { isPrecise, publishedSpan } from '#lib/compare/published-span.ts'
import { beginStory, joinCopy, joinStory, type StoryCentroid } from '#lib/compare/story-centroid.ts'
import { storyVector } from '#lib/compare/story-vector.ts'

type Row = {
  story_id: string
  title: string | null
  text: string
  /** The duplicate group, or the article itself where it is alone. */
  text_id: string
  published: string | null
}

/**
 * Makes the centroids of stories again from the articles they have now: after an editor moved, merged or split, what
 * comes next is compared with what the story is, not with what it was. Runs in the compare turn.
 */
export async function recentreStories(client: pg.ClientBase, storyIds: readonly string[]): Promise<void> {
  const { rows } = await client.query<Row>(
    `SELECT a.story_id, CASE WHEN f.kind IS NULL THEN a.title END AS title, a.text,
       coalesce(a.duplicate_group_id, a.id) AS text_id,
       CASE a.published_precision WHEN 'minute' THEN to_char(a.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"')
         WHEN 'day' THEN to_char(a.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD')
         WHEN 'month' THEN to_char(a.published_at AT TIME ZONE 'UTC', 'YYYY-MM')
         WHEN 'year' THEN to_char(a.published_at AT TIME ZONE 'UTC', 'YYYY') END AS published
     FROM article a
     LEFT JOIN article_flag f ON f.article_id = a.id AND f.kind = 'title-mismatch' AND f.dismissed_at IS NULL
     WHERE a.story_id = ANY($1::uuid[]) AND a.withdrawn_at IS NULL
     ORDER BY a.sort_at, a.id`,
    [storyIds],
  )
  const articles = rows.map((row) => ({
    ...row,
    keys: prepareArticle(row).keys,
    at: publishedSpan(row.published),
  }))
  // Counted in when they arrived: only their own words are asked for.
  const frequency = await documentFrequency(
    client,
    articles.map((a) => a.keys),
    { alreadyCounted: true },
  )
  const stories = new Map<string, StoryCentroid>()
  const told = new Set<string>()
  for (const { story_id, text_id, keys, at } of articles) {
    const story = stories.get(story_id)
    const vector = storyVector(keys, frequency.idf)
    if (!story) stories.set(story_id, beginStory(vector, at))
    else if (told.has(`${story_id} ${text_id}`)) stories.set(story_id, joinCopy(story, keys.facts.headlines, at))
    else stories.set(story_id, joinStory(story, vector, at))
    told.add(`${story_id} ${text_id}`)
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
    articles.map(({ story_id, at }) => ({
      storyId: story_id,
      day: isPrecise(at) ? lookupDay(at.from) : 0,
      keys: stories.get(story_id)?.lookups ?? [],
    })),
  )
}
