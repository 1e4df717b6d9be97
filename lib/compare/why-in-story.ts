import { authorize } from '#lib/access/authorize.ts'
import { documentFrequency } from '#lib/compare/find-stories.ts'
import { CHANCE_MEANING, cosine, type Meaning, meanVector, NO_MEANING } from '#lib/compare/meaning.ts'
import { isPrecise } from '#lib/compare/published-span.ts'
import { sameEvent } from '#lib/compare/same-event.ts'
import { type StoredArticle, storedArticles } from '#lib/compare/stored-articles.ts'
import { storedEmbeddings } from '#lib/compare/stored-embeddings.ts'
import { beginStory, joinStory, type StoryCentroid } from '#lib/compare/story-centroid.ts'
import { type StoryVector, storyVector } from '#lib/compare/story-vector.ts'
import { type WhyTogether, whyTogether } from '#lib/compare/why-together.ts'
import { pool } from '#lib/db/client.ts'
import type { Context } from '#lib/db/context.ts'

/** Why an article is in its story, and whether its day is known: without one, time says nothing. */
export type StoryReasons = WhyTogether & { articleId: string; isDated: boolean }

/** Texts of a story that are looked at: each is compared with all others. */
export const MOST_TEXTS = 30

/**
 * What each text of a story shares with the others taken together, worked out from the texts as they are now: a copy
 * says nothing that its text does not, and stands for it. The first {@link MOST_TEXTS} texts; empty where there is one.
 */
export async function whyInStory(ctx: Context, storyId: string): Promise<StoryReasons[]> {
  authorize(ctx.actor, 'article:read')
  const told = await toldArticles(
    `a.id IN (
       SELECT id FROM (
         SELECT DISTINCT ON (coalesce(b.duplicate_group_id, b.id)) b.id, b.sort_at FROM article b
         LEFT JOIN duplicate_group g ON g.id = b.duplicate_group_id
         WHERE b.story_id = $1::uuid AND b.withdrawn_at IS NULL
         ORDER BY coalesce(b.duplicate_group_id, b.id), g.primary_id IS DISTINCT FROM b.id, b.sort_at
       ) AS texts ORDER BY sort_at, id LIMIT ${MOST_TEXTS})`,
    storyId,
  )
  if (told.length < 2) return []
  return told.map((one) =>
    reasonsFor(
      one,
      told.filter((other) => other !== one),
    ),
  )
}

/** What two articles share, seen from either; by the first one's id. Pairs of which one is withdrawn are left out. */
export async function whyBeside(
  ctx: Context,
  pairs: readonly { articleId: string; otherId: string }[],
): Promise<Map<string, [StoryReasons, StoryReasons]>> {
  authorize(ctx.actor, 'article:read')
  if (pairs.length === 0) return new Map()
  const ids = pairs.flatMap(({ articleId, otherId }) => [articleId, otherId])
  const told = await toldArticles('a.id = ANY($1::uuid[]) AND a.withdrawn_at IS NULL', ids)
  const byId = new Map(told.map((one) => [one.article.id, one]))
  return new Map(
    pairs.flatMap(({ articleId, otherId }) => {
      const [one, other] = [byId.get(articleId), byId.get(otherId)]
      return one && other ? [[articleId, [reasonsFor(one, [other]), reasonsFor(other, [one])]]] : []
    }),
  )
}

/** An article, and what an embedding model made of it, if any did. */
type Told = { article: StoredArticle; vector: StoryVector; meant: { model: string; vector: Float32Array } | null }

/** @param condition SQL on `a` with the value as $1 */
async function toldArticles(condition: string, value: unknown): Promise<Told[]> {
  const client = await pool().connect()
  try {
    const articles = await storedArticles(client, condition, [value])
    const keys = articles.map((article) => article.prepared.keys)
    const { idf } = await documentFrequency(client, keys, { alreadyCounted: true })
    const embedded = await storedEmbeddings(
      client,
      articles.map(({ id }) => id),
    )
    const meant = new Map(
      embedded.flatMap(({ model, vectors }) => [...vectors].map(([id, vector]) => [id, { model, vector }])),
    )
    return articles.map((article) => ({
      article,
      vector: storyVector(article.prepared.keys, idf),
      meant: meant.get(article.id) ?? null,
    }))
  } finally {
    client.release()
  }
}

function reasonsFor(told: Told, others: readonly Told[]): StoryReasons {
  const { article, vector } = told
  const story = storyOf(others)
  const why = whyTogether(article.text, vector, story, sameEvent(vector, story, article.at, 0, meaningOf(told, others)))
  return { ...why, articleId: article.id, isDated: isPrecise(article.at) && story.time !== null }
}

function storyOf(texts: readonly Told[]): StoryCentroid {
  const [first, ...rest] = texts as [Told, ...Told[]]
  const begun = beginStory(first.vector, first.article.at)
  return rest.reduce((story, { vector, article }) => joinStory(story, vector, article.at), begun)
}

/** How near an article is in meaning to others together, those of another model aside. */
function meaningOf({ meant }: Told, others: readonly Told[]): Meaning {
  const mean =
    meant && meanVector(others.flatMap((other) => (other.meant?.model === meant.model ? [other.meant.vector] : [])))
  return mean ? { cosine: cosine(meant.vector, mean), chance: CHANCE_MEANING } : NO_MEANING
}
