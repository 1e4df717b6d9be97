import { authorize } from '#lib/access/authorize.ts'
import { type ListedAnnotation, NOTE_SHAPE } from '#lib/annotate/list-annotations.ts'
import type { Context } from '#lib/db/context.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import { foldText } from '#lib/text/fold.ts'

export type NoteFilter = {
  /** Words of the note, its quotation or a reply, as they are folded. */
  q?: string | undefined
  label?: string | undefined
  /** Who wrote it. */
  by?: string | undefined
  state?: 'open' | 'resolved' | 'unplaced' | undefined
  /** Where the actor is mentioned. */
  mine?: boolean | undefined
  /** The identifier that the page before ended with. */
  after?: string | undefined
}

export type FoundNote = ListedAnnotation & {
  article: { id: string; title: string | null; language: string }
}

const PAGE = 30

/** Notes of all articles, newest first. @throws AppError forbidden */
export async function searchAnnotations(
  { db, actor }: Context,
  filter: NoteFilter,
): Promise<{ notes: FoundNote[]; next: string | null }> {
  authorize(actor, 'article:read')
  // Identifiers are made in order of time, so that one is a place in the list.
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT n.id FROM annotation n JOIN article a ON a.id = n.article_id AND a.withdrawn_at IS NULL
    WHERE n.deleted_at IS NULL
      AND ${filter.after ? Prisma.sql`n.id < ${filter.after}::uuid` : Prisma.sql`true`}
      AND ${filter.label ? Prisma.sql`n.label_id = ${filter.label}::uuid` : Prisma.sql`true`}
      AND ${filter.by ? Prisma.sql`n.user_id = ${filter.by}::uuid` : Prisma.sql`true`}
      AND ${STATES[filter.state ?? 'any']}
      AND ${filter.mine ? mentions(actor.userId) : Prisma.sql`true`}
      AND ${filter.q ? says(filter.q) : Prisma.sql`true`}
    ORDER BY n.id DESC LIMIT ${PAGE + 1}`
  const ids = found.slice(0, PAGE).map(({ id }) => id)
  const notes = await db.annotation.findMany({
    where: { id: { in: ids } },
    include: { ...NOTE_SHAPE, article: { select: { id: true, title: true, language: true } } },
    orderBy: { id: 'desc' },
  })
  return { notes, next: found.length > PAGE ? (ids.at(-1) ?? null) : null }
}

const STATES = {
  any: Prisma.sql`true`,
  open: Prisma.sql`n.resolved_at IS NULL`,
  resolved: Prisma.sql`n.resolved_at IS NOT NULL`,
  unplaced: Prisma.sql`n.unplaced_at IS NOT NULL`,
}

const mentions = (userId: string | null) => Prisma.sql`EXISTS (
  SELECT 1 FROM notice m WHERE m.annotation_id = n.id AND m.user_id = ${userId}::uuid AND m.kind = 'mention')`

function says(words: string): Prisma.Sql {
  const pattern = `%${foldText(words)
    .trim()
    .replace(/[\\%_]/g, '\\$&')}%`
  return Prisma.sql`(${folded('n.body')} LIKE ${pattern} OR ${folded('n.exact')} LIKE ${pattern}
    OR EXISTS (SELECT 1 FROM annotation_reply r WHERE r.annotation_id = n.id AND ${folded('r.body')} LIKE ${pattern}))`
}

/** What of lib/text/fold.ts a note is likely to hold, in SQL: marks go, letters written in several ways become one. */
const folded = (column: 'n.body' | 'n.exact' | 'r.body') =>
  Prisma.sql`translate(lower(${Prisma.raw(column)}), ${FROM}, ${TO})`
const FROM = 'أإآٱىیئؤةکéèêëàâäçîïôöùûüñ’\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0640'
const TO = "اااايييوهكeeeeaaaciioouuun'"
