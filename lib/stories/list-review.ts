import { authorize } from '#lib/access/authorize.ts'
import type { Context } from '#lib/db/context.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import type { About } from '#lib/stories/verdicts.ts'

/** An article beside another, of which comparing was not sure whether they belong together. */
export type ReviewItem = {
  articleId: string
  otherId: string
  about: About
  /** Whether they lie together now. */
  joined: boolean
  score: number
  threshold: number
  runnerUp: number | null
  /** How many articles the other's story has: what a wrong answer would cost. */
  size: number
  /** How far the score is from the threshold, as a share of it. */
  margin: number
}

/** The place after which a page goes on. */
export type ReviewCursor = Pick<ReviewItem, 'size' | 'margin' | 'articleId' | 'about'>

/**
 * What is open for review: largest stories first, in each what comparing was least sure of. An item is closed by an
 * editor's word on the two, and by whatever else has put them together or apart since.
 */
export async function listReview(
  ctx: Context,
  { after, limit = 6 }: { after?: ReviewCursor | undefined; limit?: number } = {},
): Promise<ReviewItem[]> {
  authorize(ctx.actor, 'article:read')
  const place = Prisma.sql`-s.article_count, abs(r.score / r.threshold - 1), r.article_id, r.about`
  const beyond = after
    ? Prisma.sql`AND (${place}) > (${-after.size}::int, ${after.margin}::float8, ${after.articleId}::uuid, ${after.about}::text)`
    : Prisma.empty
  return ctx.db.$queryRaw<ReviewItem[]>`
    SELECT r.article_id AS "articleId", r.other_id AS "otherId", r.about, r.joined, r.score, r.threshold,
      r.runner_up AS "runnerUp", s.article_count AS size, abs(r.score / r.threshold - 1) AS margin
    FROM review_item r
    JOIN article a ON a.id = r.article_id AND a.withdrawn_at IS NULL
    JOIN article b ON b.id = r.other_id AND b.withdrawn_at IS NULL
    JOIN story s ON s.id = b.story_id
    WHERE r.joined = CASE r.about WHEN 'text' THEN coalesce(a.duplicate_group_id = b.duplicate_group_id, false)
                                  ELSE a.story_id = b.story_id END
      AND NOT EXISTS (SELECT 1 FROM pair_verdict v WHERE v.a_id = least(a.id, b.id) AND v.b_id = greatest(a.id, b.id)
                      AND v.about = r.about)
      ${beyond}
    ORDER BY ${place} LIMIT ${limit}`
}
