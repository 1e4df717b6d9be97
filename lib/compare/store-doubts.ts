import type pg from 'pg'
import type { Doubt } from '#lib/compare/doubts.ts'

/**
 * Keeps doubts for the review list, when the articles are there. Of a story, the text beside which the article is set is
 * the one published nearest to it, in its own language where there is one: what a reader compares first.
 */
export async function storeDoubts(client: pg.ClientBase, doubts: readonly Doubt[]): Promise<void> {
  if (doubts.length === 0) return
  await client.query(
    `INSERT INTO review_item (article_id, about, other_id, joined, score, threshold, runner_up)
     SELECT d.article_id, d.about, other.id, d.joined, d.score, d.threshold, d.runner_up
     FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::bool[], $5::float8[], $6::float8[], $7::float8[])
       AS d(article_id, about, beside, joined, score, threshold, runner_up)
     JOIN article AS this ON this.id = d.article_id
     CROSS JOIN LATERAL (
       SELECT d.beside AS id WHERE d.about = 'text'
       UNION ALL
       (SELECT a.id FROM article AS a
        WHERE d.about = 'event' AND a.story_id = d.beside AND a.id <> this.id AND a.withdrawn_at IS NULL
        ORDER BY a.language <> this.language, abs(extract(epoch FROM a.sort_at - this.sort_at)), a.id LIMIT 1)
     ) AS other
     ON CONFLICT DO NOTHING`,
    [
      doubts.map((d) => d.articleId),
      doubts.map((d) => d.about),
      doubts.map((d) => d.beside),
      doubts.map((d) => d.joined),
      doubts.map((d) => d.score),
      doubts.map((d) => d.threshold),
      doubts.map((d) => d.runnerUp),
    ],
  )
}
