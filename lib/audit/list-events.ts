import { authorize } from '#lib/access/authorize.ts'
import type { Context } from '#lib/db/context.ts'
import { Prisma } from '#lib/db/generated/client.ts'

export type AuditRow = {
  id: string
  createdAt: Date
  kind: string
  data: unknown
  subjectType: string | null
  subjectId: string | null
  undoneAt: Date | null
  actorName: string | null
}
export type AuditFilter = {
  /** An account's id, or `system`: the worker and the command line. */
  actor?: string | undefined
  /** `user.disabled`, or `user` for everything that was done to accounts. */
  kind?: string | undefined
  /** Everything that was done to one thing: its type and id. */
  subject?: { type: string; id: string } | undefined
  after?: AuditCursor | undefined
}
/** The last event of the page before. */
export type AuditCursor = { createdAt: Date; id: string }

const PAGE = 50

/** What was done here, newest first. @throws AppError forbidden */
export async function listEvents(
  { db, actor }: Context,
  filter: AuditFilter,
): Promise<{ events: AuditRow[]; next: AuditCursor | null }> {
  authorize(actor, 'audit:read')
  const rows = await db.$queryRaw<AuditRow[]>`
    SELECT e.id, e.created_at AS "createdAt", e.kind, e.data, e.subject_type AS "subjectType",
      e.subject_id AS "subjectId", e.undone_at AS "undoneAt", u.name AS "actorName"
    FROM audit_event e LEFT JOIN "user" u ON u.id = e.actor_id
    WHERE ${Prisma.join(conditions(filter), ' AND ')}
    ORDER BY e.created_at DESC, e.id DESC
    LIMIT ${PAGE + 1}`
  const events = rows.slice(0, PAGE)
  const last = events.at(-1)
  return { events, next: rows.length > PAGE && last ? { createdAt: last.createdAt, id: last.id } : null }
}

function conditions({ actor, kind, subject, after }: AuditFilter): Prisma.Sql[] {
  return [
    Prisma.sql`true`,
    ...(actor === 'system' ? [Prisma.sql`e.actor_id IS NULL`] : actor ? [Prisma.sql`e.actor_id = ${actor}::uuid`] : []),
    ...(kind?.includes('.')
      ? [Prisma.sql`e.kind = ${kind}`]
      : kind
        ? [Prisma.sql`starts_with(e.kind, ${`${kind}.`})`]
        : []),
    ...(subject ? [Prisma.sql`e.subject_type = ${subject.type} AND e.subject_id = ${subject.id}`] : []),
    ...(after ? [Prisma.sql`(e.created_at, e.id) < (${after.createdAt}, ${after.id}::uuid)`] : []),
  ]
}
