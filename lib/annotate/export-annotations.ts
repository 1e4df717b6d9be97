import { authorize } from '#lib/access/authorize.ts'
import { type ListedAnnotation, listAnnotations } from '#lib/annotate/list-annotations.ts'
import { type Note, toWebAnnotation, type WebAnnotation } from '#lib/annotate/web-annotation.ts'
import { AppError } from '#lib/core/errors.ts'
import type { Context } from '#lib/db/context.ts'

/**
 * An article's notes and their replies as W3C Web Annotations.
 * @param base where the desk is reached, without a slash at its end; addresses in the answer begin with it
 */
export async function exportAnnotations(ctx: Context, articleId: string, base: string): Promise<WebAnnotation[]> {
  authorize(ctx.actor, 'article:read')
  const article = await ctx.db.article.findFirst({
    where: { id: articleId, withdrawnAt: null },
    select: { text: true },
  })
  if (!article) throw new AppError('notFound', { articleId })
  const address = `${base}/articles/${articleId}`
  const notes = await listAnnotations(ctx, articleId)
  return notes.flatMap((note) => [
    placed(note, toWebAnnotation(noteOf(note, address), article.text)),
    ...note.replies.map((reply) => toWebAnnotation(replyOf(reply, note, address), article.text)),
  ])
}

/** A note that has lost its place says so by having a quotation and no position. */
function placed(note: ListedAnnotation, annotation: WebAnnotation): WebAnnotation {
  if (!note.unplacedAt) return annotation
  const target = annotation.target as { selector: { type: string }[] }
  return {
    ...annotation,
    target: { ...target, selector: target.selector.filter((selector) => selector.type !== 'TextPositionSelector') },
  }
}

const authorOf = (user: { id: string; name: string } | null): Note['author'] =>
  user && { id: `urn:uuid:${user.id}`, name: user.name }

const noteOf = (note: ListedAnnotation, article: string): Note => ({
  id: `${article}#note-${note.id}`,
  article,
  motivation: note.kind === 'comment' ? 'commenting' : 'highlighting',
  comment: note.body || null,
  label: null,
  language: null,
  author: authorOf(note.user),
  createdAt: note.createdAt,
  modifiedAt: note.resolvedAt,
  target: note,
  repliesTo: null,
})

const replyOf = (reply: ListedAnnotation['replies'][number], note: ListedAnnotation, article: string): Note => ({
  id: `${article}#reply-${reply.id}`,
  article,
  motivation: 'replying',
  comment: reply.body,
  label: null,
  language: null,
  author: authorOf(reply.user),
  createdAt: reply.createdAt,
  modifiedAt: null,
  target: null,
  repliesTo: `${article}#note-${note.id}`,
})
