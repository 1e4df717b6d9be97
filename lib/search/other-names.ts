import { chosenValues, readChoices } from '#lib/core/choices.ts'
import type { ArticleFilter } from '#lib/db/article-filter.ts'
import type { Context } from '#lib/db/context.ts'
import type { OtherNames } from '#lib/search/value-label.ts'

/** Names of the stories and batches a filter asks for; a story without a title is called by its first headline. */
export async function otherNames({ db }: Context, filter: ArticleFilter): Promise<OtherNames> {
  const idsOf = (param: string | undefined) => [...chosenValues(param), ...readChoices(param).none]
  const [stories, batches] = [idsOf(filter.story), idsOf(filter.batch)]
  if (stories.length + batches.length === 0) return new Map()
  const rows = await db.$queryRaw<{ id: string; name: string | null }[]>`
    SELECT batch.id::text, batch.name FROM batch WHERE batch.id = ANY(${batches}::uuid[])
    UNION ALL (
      SELECT DISTINCT ON (story.id) story.id::text, coalesce(story.title, a.title) FROM story
      LEFT JOIN article a ON a.story_id = story.id AND a.withdrawn_at IS NULL
      WHERE story.id = ANY(${stories}::uuid[]) ORDER BY story.id, a.sort_at, a.id
    )`
  return new Map(rows.map(({ id, name }) => [id, { ar: name, en: name, fr: name }]))
}
