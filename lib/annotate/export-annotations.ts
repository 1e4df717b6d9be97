import { authorize } from '#lib/access/authorize.ts'
import { asWebAnnotations } from '#lib/annotate/as-web-annotations.ts'
import { listAnnotations, NOTE_SHAPE } from '#lib/annotate/list-annotations.ts'
import type { WebAnnotation } from '#lib/annotate/web-annotation.ts'
import { AppError } from '#lib/core/errors.ts'
import type { Context } from '#lib/db/context.ts'

/**
 * An article's notes and their replies as W3C Web Annotations.
 * @param base where the desk is reached, without a slash at its end; addresses in the answer begin with it
 * @throws AppError forbidden, notFound
 */
export async function exportAnnotations(ctx: Context, articleId: string, base: string): Promise<WebAnnotation[]> {
  authorize(ctx.actor, 'article:read')
  const article = await ctx.db.article.findFirst({
    where: { id: articleId, withdrawnAt: null },
    select: { text: true },
  })
  if (!article) throw new AppError('notFound', { articleId })
  const notes = await listAnnotations(ctx, articleId)
  return notes.flatMap((note) => asWebAnnotations(note, article.text, base))
}

/** Notes of a page of the export of all. */
const PAGE = 200

/**
 * The notes of all articles, oldest first, a page at a time.
 * @param after the note that the page before ended with @throws AppError forbidden
 */
export async function exportPage(
  ctx: Context,
  base: string,
  after?: string,
): Promise<{ annotations: WebAnnotation[]; next: string | null }> {
  authorize(ctx.actor, 'export:read')
  const notes = await ctx.db.annotation.findMany({
    where: { deletedAt: null, article: { withdrawnAt: null }, ...(after ? { id: { gt: after } } : {}) },
    include: { ...NOTE_SHAPE, article: { select: { text: true } } },
    orderBy: { id: 'asc' },
    take: PAGE + 1,
  })
  const page = notes.slice(0, PAGE)
  return {
    annotations: page.flatMap((note) => asWebAnnotations(note, note.article.text, base)),
    next: notes.length > PAGE ? (page.at(-1)?.id ?? null) : null,
  }
}

/** How many annotations, replies included, the export of all has. @throws AppError forbidden */
export async function countExported({ db, actor }: Context): Promise<number> {
  authorize(actor, 'export:read')
  const annotation = { deletedAt: null, article: { withdrawnAt: null } }
  const [notes, replies] = await Promise.all([
    db.annotation.count({ where: annotation }),
    db.annotationReply.count({ where: { annotation } }),
  ])
  return notes + replies
}
