import { authorize } from '#lib/access/authorize.ts'
import type { Idf } from '#lib/compare/document-frequency.ts'
import { documentFrequency } from '#lib/compare/find-stories.ts'
import { prepareArticle } from '#lib/compare/prepare-article.ts'
import { isPrecise, type PublishedSpan, publishedSpan } from '#lib/compare/published-span.ts'
import { sameEvent } from '#lib/compare/same-event.ts'
import { beginStory, joinStory, type StoryCentroid } from '#lib/compare/story-centroid.ts'
import type { StoryKeys } from '#lib/compare/story-keys.ts'
import { type StoryVector, storyVector } from '#lib/compare/story-vector.ts'
import { type WhyTogether, whyTogether } from '#lib/compare/why-together.ts'
import { pool } from '#lib/db/client.ts'
import type { Context } from '#lib/db/context.ts'
import { Prisma } from '#lib/db/generated/client.ts'

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
  const texts = await toldTexts(
    ctx,
    Prisma.sql`a.id IN (
      SELECT DISTINCT ON (coalesce(b.duplicate_group_id, b.id)) b.id FROM article b
      LEFT JOIN duplicate_group g ON g.id = b.duplicate_group_id
      WHERE b.story_id = ${storyId}::uuid AND b.withdrawn_at IS NULL
      ORDER BY coalesce(b.duplicate_group_id, b.id), g.primary_id IS DISTINCT FROM b.id, b.sort_at)`,
  )
  if (texts.length < 2) return []
  const vectors = await vectorsOf(texts)
  return texts.map((text, i) => {
    const others = texts.flatMap((other, k) => (k === i ? [] : { vector: vectors[k] as StoryVector, at: other.at }))
    return reasonsFor(text, vectors[i] as StoryVector, storyOf(others))
  })
}

/** What two articles share, seen from either; by the first one's id, at most {@link MOST_TEXTS} / 2 pairs. */
export async function whyBeside(
  ctx: Context,
  pairs: readonly { articleId: string; otherId: string }[],
): Promise<Map<string, [StoryReasons, StoryReasons]>> {
  authorize(ctx.actor, 'article:read')
  if (pairs.length === 0) return new Map()
  const ids = pairs.flatMap(({ articleId, otherId }) => [articleId, otherId])
  const texts = await toldTexts(ctx, Prisma.sql`a.id = ANY(${[...new Set(ids)]}::uuid[])`)
  const vectors = await vectorsOf(texts)
  const placeOf = new Map(texts.map((text, i) => [text.id, i]))
  const found = new Map<string, [StoryReasons, StoryReasons]>()
  for (const { articleId, otherId } of pairs) {
    const [i, k] = [placeOf.get(articleId), placeOf.get(otherId)]
    if (i === undefined || k === undefined) continue
    const reasons = (one: number, other: number) =>
      reasonsFor(
        texts[one] as ToldText,
        vectors[one] as StoryVector,
        beginStory(vectors[other] as StoryVector, (texts[other] as ToldText).at),
      )
    found.set(articleId, [reasons(i, k), reasons(k, i)])
  }
  return found
}

type ToldText = { id: string; text: string; keys: StoryKeys; at: PublishedSpan | null }

async function toldTexts(ctx: Context, which: Prisma.Sql): Promise<ToldText[]> {
  const rows = await ctx.db.$queryRaw<{ id: string; title: string | null; text: string; published: string | null }[]>`
    SELECT a.id, CASE WHEN f.kind IS NULL THEN a.title END AS title, a.text,
      to_char(a.published_at AT TIME ZONE 'UTC', CASE a.published_precision
        WHEN 'minute' THEN 'YYYY-MM-DD"T"HH24:MI"Z"' WHEN 'day' THEN 'YYYY-MM-DD'
        WHEN 'month' THEN 'YYYY-MM' WHEN 'year' THEN 'YYYY' END) AS published
    FROM article a
    LEFT JOIN article_flag f ON f.article_id = a.id AND f.kind = 'title-mismatch' AND f.dismissed_at IS NULL
    WHERE ${which} AND a.withdrawn_at IS NULL
    ORDER BY a.sort_at, a.id LIMIT ${MOST_TEXTS}`
  return rows.map((row) => ({
    id: row.id,
    text: row.text,
    keys: prepareArticle(row).keys,
    at: publishedSpan(row.published),
  }))
}

async function vectorsOf(texts: readonly ToldText[]): Promise<StoryVector[]> {
  const keys = texts.map((text) => text.keys)
  const client = await pool().connect()
  try {
    const frequency = await documentFrequency(client, keys, { alreadyCounted: true })
    const idf: Idf = frequency.idf
    return keys.map((of) => storyVector(of, idf))
  } finally {
    client.release()
  }
}

function storyOf(texts: readonly { vector: StoryVector; at: PublishedSpan | null }[]): StoryCentroid {
  const [first, ...rest] = texts as [(typeof texts)[number], ...typeof texts]
  return rest.reduce((story, { vector, at }) => joinStory(story, vector, at), beginStory(first.vector, first.at))
}

function reasonsFor({ id, text, at }: ToldText, vector: StoryVector, story: StoryCentroid): StoryReasons {
  const why = whyTogether(text, vector, story, sameEvent(vector, story, at))
  return { ...why, articleId: id, isDated: isPrecise(at) && story.time !== null }
}
