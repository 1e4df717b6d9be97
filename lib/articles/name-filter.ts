import { authorize } from '#lib/access/authorize.ts'
import type { Names } from '#lib/core/article-line.ts'
import type { ArticleFilter } from '#lib/db/article-filter.ts'
import type { Context } from '#lib/db/context.ts'

/** Names of what a filter names by an identifier; absent where there is no such thing (any more). */
export type FilterNames = Partial<Record<'source' | 'topic' | 'entity' | 'assignee' | 'batch' | 'story', Names>>

/** What the chosen filters are called, in one statement. @throws AppError forbidden */
export async function nameFilter({ db, actor }: Context, filter: ArticleFilter): Promise<FilterNames> {
  authorize(actor, 'article:read')
  const id = (value: string | undefined) => (value && value !== 'none' ? value : null)
  const { source, topic, entity, assignee, batch, story } = filter
  if (![source, topic, entity, assignee, batch, story].some(id)) return {}
  const rows = await db.$queryRaw<(Names & { what: keyof FilterNames })[]>`
    SELECT 'source' AS what, name_ar AS ar, name_en AS en, name_fr AS fr FROM source WHERE id = ${id(source)}::uuid
    UNION ALL SELECT 'topic', label_ar, label_en, NULL FROM topic WHERE id = ${topic ?? null}
    UNION ALL SELECT 'entity', name_ar, name_en, name_fr FROM entity WHERE id = ${entity ?? null}
    UNION ALL SELECT 'assignee', name, name, name FROM "user" WHERE id = ${id(assignee)}::uuid
    UNION ALL SELECT 'batch', name, name, name FROM batch WHERE id = ${batch ?? null}::uuid
    UNION ALL (
      SELECT 'story', coalesce(story.title, a.title), NULL, NULL FROM story
      LEFT JOIN article a ON a.story_id = story.id AND a.withdrawn_at IS NULL
      WHERE story.id = ${story ?? null}::uuid ORDER BY a.sort_at, a.id LIMIT 1
    )`
  return Object.fromEntries(rows.map(({ what, ...names }) => [what, names]))
}
