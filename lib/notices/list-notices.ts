import type { Context } from '#lib/db/context.ts'
import type { Prisma } from '#lib/db/generated/client.ts'

const PAGE = 50

const shape = {
  by: { select: { name: true } },
  article: { select: { id: true, title: true, language: true } },
  annotation: { select: { id: true, exact: true, body: true } },
  watch: { select: { id: true, name: true } },
} as const satisfies Prisma.NoticeInclude

export type ListedNotice = Prisma.NoticeGetPayload<{ include: typeof shape }>

/** What the actor has been told, newest first; nothing of what was withdrawn or deleted since. */
export async function listNotices(
  { db, actor }: Context,
  { after }: { after?: string | undefined },
): Promise<{ notices: ListedNotice[]; next: string | null }> {
  const notices = await db.notice.findMany({
    where: { ...stillThere(actor.userId), ...(after ? { id: { lt: after } } : {}) },
    include: shape,
    orderBy: { id: 'desc' },
    take: PAGE + 1,
  })
  return { notices: notices.slice(0, PAGE), next: notices.length > PAGE ? (notices[PAGE - 1]?.id ?? null) : null }
}

/** More than this is shown as "99+". */
const MOST_COUNTED = 100

/** How many notices the actor has not seen, up to {@link MOST_COUNTED}. */
export const countNotices = async ({ db, actor }: Context): Promise<number> =>
  (
    await db.notice.findMany({
      where: { ...stillThere(actor.userId), seenAt: null },
      select: { id: true },
      take: MOST_COUNTED,
    })
  ).length

/** Of nobody (the system), nobody's. */
const stillThere = (userId: string | null): Prisma.NoticeWhereInput => ({
  userId: userId ?? NOBODY,
  AND: [
    { OR: [{ articleId: null }, { article: { withdrawnAt: null } }] },
    { OR: [{ annotationId: null }, { annotation: { deletedAt: null } }] },
  ],
})
const NOBODY = '00000000-0000-0000-0000-000000000000'
