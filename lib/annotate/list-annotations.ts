import { authorize } from '#lib/access/authorize.ts'
import type { Context } from '#lib/db/context.ts'
import type { Prisma } from '#lib/db/generated/client.ts'

/** Notes of one article that are shown at once. */
const MOST = 500

/** What a note is shown with. */
export const NOTE_SHAPE = {
  label: true,
  user: { select: { id: true, name: true } },
  replies: { include: { user: { select: { id: true, name: true } } }, orderBy: { createdAt: 'asc' }, take: 200 },
} as const satisfies Prisma.AnnotationInclude

export type ListedAnnotation = Prisma.AnnotationGetPayload<{ include: typeof NOTE_SHAPE }>

/** The notes of an article in the order of the text, those that found no place last. */
export async function listAnnotations(ctx: Context, articleId: string): Promise<ListedAnnotation[]> {
  authorize(ctx.actor, 'article:read')
  const notes = await ctx.db.annotation.findMany({
    where: { articleId, deletedAt: null, article: { withdrawnAt: null } },
    include: NOTE_SHAPE,
    orderBy: [{ start: 'asc' }, { end: 'asc' }, { id: 'asc' }],
    take: MOST,
  })
  return [...notes.filter((note) => !note.unplacedAt), ...notes.filter((note) => note.unplacedAt)]
}
