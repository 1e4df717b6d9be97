import type { ListedAnnotation } from '#lib/annotate/list-annotations.ts'
import { type Note, toWebAnnotation, type WebAnnotation } from '#lib/annotate/web-annotation.ts'

/**
 * A note and its replies as W3C Web Annotations.
 * @param text of the article, in which the note's offsets count
 * @param base where the desk is reached, without a slash at its end; addresses in the answer begin with it
 */
export function asWebAnnotations(note: ListedAnnotation, text: string, base: string): WebAnnotation[] {
  const article = `${base}/articles/${note.articleId}`
  return [
    placed(note, toWebAnnotation(noteOf(note, article), text)),
    ...note.replies.map((reply) => toWebAnnotation(replyOf(reply, note, article), text)),
  ]
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
  label: note.label && { ar: note.label.nameAr, en: note.label.nameEn },
  language: null,
  author: authorOf(note.user),
  createdAt: note.createdAt,
  modifiedAt: null,
  resolvedAt: note.resolvedAt,
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
  resolvedAt: null,
  target: null,
  repliesTo: `${article}#note-${note.id}`,
})
