import { authorize } from '#lib/access/authorize.ts'
import { articleLineColumns, articleLineJoins } from '#lib/articles/article-line-sql.ts'
import { bestHeads, type Cursor, type Head, newestHeads } from '#lib/articles/desk-heads.ts'
import { tagsOf } from '#lib/articles/tags-of.ts'
import type { ArticleLine, TagLine } from '#lib/core/article-line.ts'
import type { ArticleFilter } from '#lib/db/article-filter.ts'
import type { Context } from '#lib/db/context.ts'
import { Prisma } from '#lib/db/generated/client.ts'

/** A story as one row of the desk. */
export type DeskRow = {
  lead: ArticleLine & { /** The beginning of its text. */ text: string }
  tags: TagLine[]
  /** The same text elsewhere, newest first, and how many there are of it. */
  copies: ArticleLine[]
  copyCount: number
  /** The story's other articles, newest first; `articleCount` counts them all with the lead and the copies. */
  others: ArticleLine[]
  articleCount: number
  sourceCount: number
  /** When the newest article of the row appeared. */
  newestAt: Date
}
export type DeskPage = { rows: DeskRow[]; next: Cursor | null }

type Asked = {
  filter: ArticleFilter
  /** Best first by this score; newest first where there is none. */
  score?: ((vector: string) => Prisma.Sql) | null
  after?: Cursor | null
  limit?: number
  /** How much of the lead's text is wanted, in characters. */
  textLength?: number
}

/** Folded under a row; the rest is on the page of the story. */
const MOST_FOLDED = 24

/** What came in: one row a story, its copies and other articles folded under it. @throws AppError forbidden */
export async function listDesk(ctx: Context, asked: Asked): Promise<DeskPage> {
  authorize(ctx.actor, 'article:read')
  const { filter, score, after = null, limit = 40, textLength = 600 } = asked
  const found = score
    ? await bestHeads(ctx, filter, score, after, limit + 1)
    : await newestHeads(ctx, filter, after, limit + 1)
  const heads = found.slice(0, limit)
  const last = heads.at(-1)
  if (!last) return { rows: [], next: null }
  const [members, tags] = await Promise.all([
    membersOf(ctx, heads, textLength),
    tagsOf(
      ctx,
      heads.map((head) => head.leadId),
    ),
  ])
  const byHead = Map.groupBy(members, (member) => member.headId)
  const rows = heads.flatMap((head) => rowOf(head, byHead.get(head.id) ?? [], tags.get(head.leadId) ?? []))
  return { rows, next: found.length > limit ? { at: last.at, id: last.id } : null }
}

type Member = ArticleLine & {
  headId: string
  text: string | null
  copyCount: number
  articleCount: number
  sourceCount: number
  newestAt: Date
}

/** All articles of the rows in one statement: the lead first, then its copies, then the rest of its story. */
function membersOf({ db }: Context, heads: Head[], textLength: number): Promise<Member[]> {
  return db.$queryRaw<Member[]>`
    SELECT head.id AS "headId", ${articleLineColumns}, row_counts.*,
           CASE WHEN a.id = head.lead_id THEN left(a.text, ${textLength}) END AS text
    FROM unnest(${heads.map((h) => h.id)}::uuid[], ${heads.map((h) => h.leadId)}::uuid[],
                ${heads.map((h) => h.storyId)}::uuid[], ${heads.map((h) => h.groupId)}::uuid[])
         AS head (id, lead_id, story_id, group_id)
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS "articleCount", count(DISTINCT coalesce(m.source_id::text, m.source_name))::int AS "sourceCount",
             (count(*) FILTER (WHERE m.duplicate_group_id = head.group_id AND m.id <> head.lead_id))::int AS "copyCount",
             max(m.sort_at) AS "newestAt"
      FROM article m WHERE ${inRow}
    ) row_counts
    CROSS JOIN LATERAL (
      SELECT m.* FROM article m WHERE ${inRow}
      ORDER BY m.id = head.lead_id DESC, (m.duplicate_group_id = head.group_id) IS TRUE DESC, m.sort_at DESC, m.id DESC
      LIMIT ${MOST_FOLDED + 1}
    ) a
    ${articleLineJoins}`
}

const inRow = Prisma.sql`m.withdrawn_at IS NULL
  AND (m.id = head.id OR m.story_id = head.story_id OR m.duplicate_group_id = head.group_id)`

function rowOf(head: Head, members: Member[], tags: TagLine[]): DeskRow[] {
  const lead = members.find((member) => member.id === head.leadId)
  // Withdrawn between the two statements.
  if (!lead) return []
  const { articleCount, sourceCount, copyCount, newestAt } = lead
  const rest = members.filter((member) => member !== lead)
  const isCopy = (member: Member) => head.groupId !== null && member.duplicateGroupId === head.groupId
  const byTime = (a: Member, b: Member) => b.sortAt.getTime() - a.sortAt.getTime()
  return [
    {
      lead: { ...lead, text: lead.text ?? '' },
      tags,
      copies: rest.filter(isCopy).sort(byTime),
      copyCount,
      others: rest.filter((member) => !isCopy(member)).sort(byTime),
      articleCount,
      sourceCount,
      newestAt,
    },
  ]
}
