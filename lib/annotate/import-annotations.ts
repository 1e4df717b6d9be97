import { createHash } from 'node:crypto'
import { setImmediate as others } from 'node:timers/promises'
import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { anchorsIn } from '#lib/annotate/anchor.ts'
import { type ReadAnnotation, toTarget } from '#lib/annotate/from-web-annotation.ts'
import { listLabels } from '#lib/annotate/list-labels.ts'
import { readAnnotations } from '#lib/annotate/read-annotations.ts'
import { describeTarget } from '#lib/annotate/target.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { holdsNul, isSensibleTime } from '#lib/core/plain-words.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import type { AnnotationLabel, Prisma } from '#lib/db/generated/client.ts'
import { foldText } from '#lib/text/fold.ts'

const ImportAnnotationsInput = z.object({ articleId: z.uuid(), json: z.unknown() })

/** A file's text as JSON. @throws AppError invalid */
export function parsedJson(text: string): unknown {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new AppError('invalid', { issues: ['JSON'] })
  }
  if (holdsNul(json)) throw new AppError('invalid', { issues: ['NUL'] })
  return json
}

/** What a file may bring to an article at once. */
const MOST = 2_000

/** `refused` are those that quote nothing: they say no place of a text. */
export type Imported = { eventId?: string; added: number; known: number; unplaced: number; refused: number }

/** A file as a form sends it. */
export const ImportFileInput = z.object({ articleId: z.uuid(), file: z.file().min(1).max(1_000_000) })

/** The same, of a file. */
export async function importFile(ctx: Context, { articleId, file }: z.output<typeof ImportFileInput>) {
  const { eventId } = await importAnnotations(ctx, { articleId, json: parsedJson(await file.text()) })
  return eventId ? { eventId } : { note: 'unchanged' }
}

type Notes = (Prisma.AnnotationCreateManyInput & { id: string })[]
type Replies = Prisma.AnnotationReplyCreateManyInput[]

/**
 * Takes in Web Annotations (W3C) on an article. Each finds its words in the text as it is now; what does not is kept
 * unplaced, with its quotation. They are the importer's, for a file can say anybody's name; read twice, they are there
 * once. @throws AppError forbidden, notFound, invalid, tooLarge
 */
export async function importAnnotations(
  ctx: Context,
  { articleId, json }: z.output<typeof ImportAnnotationsInput>,
): Promise<Imported> {
  authorize(ctx.actor, 'annotation:write')
  const { annotations, refused } = readAnnotations(json)
  if (annotations.length === 0) throw new AppError('invalid', { refused: refused[0] })
  if (annotations.length > MOST) throw new AppError('tooLarge', { most: MOST })
  return inTransaction(ctx, async (tx) => {
    const article = await tx.db.article.findFirst({
      where: { id: articleId, withdrawnAt: null },
      select: { id: true, text: true, revision: true },
    })
    if (!article) throw new AppError('notFound', { articleId })
    const notes = await notesOf(tx, article, annotations, await listLabels(tx))
    const fresh = await addNotes(tx, notes)
    const here = new Set(notes.map((note) => note.id))
    const replies = await tx.db.annotationReply.createManyAndReturn({
      data: repliesOf(tx, articleId, annotations, here),
      select: { id: true, annotationId: true },
      skipDuplicates: true,
    })
    const figures = {
      added: fresh.length + replies.length,
      known: notes.length - fresh.length,
      unplaced: notes.filter((note) => note.unplacedAt).length,
      refused:
        refused.length + annotations.filter((one) => !isReply(one) && quoteOf(one, article.text) === null).length,
    }
    if (figures.added === 0) return figures
    const eventId = await recordEvent(tx, {
      kind: 'annotation.imported',
      subject: { type: 'article', id: articleId },
      data: { count: figures.added, unplaced: figures.unplaced },
      // Replies to what was added go and come back with it.
      undo: {
        annotationIds: fresh,
        replyIds: replies.filter(({ annotationId }) => !fresh.includes(annotationId)).map(({ id }) => id),
      },
    })
    return { eventId, ...figures }
  })
}

/** Adds those that are not there; one's own that were deleted come back. @returns which were added */
async function addNotes(tx: Context, notes: Notes): Promise<string[]> {
  const ids = notes.map((note) => note.id)
  const there = await tx.db.annotation.findMany({ where: { id: { in: ids } } })
  const deleted = there.filter((note) => note.deletedAt && note.userId === tx.actor.userId).map(({ id }) => id)
  const known = new Set(there.map(({ id }) => id))
  await tx.db.annotation.updateMany({ where: { id: { in: deleted } }, data: { deletedAt: null } })
  await tx.db.annotation.createMany({ data: notes.filter((note) => !known.has(note.id)), skipDuplicates: true })
  return [...ids.filter((id) => !known.has(id)), ...deleted]
}

type Read = { id: string; text: string; revision: number }

async function notesOf(
  tx: Context,
  article: Read,
  all: readonly ReadAnnotation[],
  labels: readonly AnnotationLabel[],
): Promise<Notes> {
  const find = anchorsIn(article.text)
  const notes: Notes = []
  for (const one of all) {
    const target = isReply(one) ? null : quoteOf(one, article.text)
    if (!target) continue
    // To look for a long quotation in vain takes a tenth of a second: others are answered in between.
    await others()
    const place = find(target)
    const body = commentOf(one)
    const at = momentOf(one.created, tx)
    notes.push({
      id: idOf(article.id, one),
      articleId: article.id,
      revision: article.revision,
      kind: body ? 'comment' : 'highlight',
      body,
      labelId: labelOf(one, labels)?.id ?? null,
      ...(place ? describeTarget(article.text, place.start, place.end) : target),
      unplacedAt: place ? null : tx.now(),
      resolvedAt: one.resolved ? momentOf(one.resolved, tx) : null,
      userId: tx.actor.userId,
      createdAt: at,
      updatedAt: at,
    })
  }
  return notes
}

/** Replies to what came with them, or to notes of ours that were exported. */
function repliesOf(
  tx: Context,
  articleId: string,
  all: readonly ReadAnnotation[],
  known: ReadonlySet<unknown>,
): Replies {
  const noteOf = new Map(all.map((one) => [one.id, idOf(articleId, one)]))
  return all.filter(isReply).flatMap((one) => {
    const annotationId = noteOf.get(one.targets[0]?.source ?? '')
    const body = commentOf(one)
    if (!annotationId || !known.has(annotationId) || !body) return []
    return [
      { id: idOf(articleId, one), annotationId, userId: tx.actor.userId, body, createdAt: momentOf(one.created, tx) },
    ]
  })
}

const isReply = (one: ReadAnnotation): boolean => one.motivations.includes('replying')

function quoteOf(one: ReadAnnotation, text: string) {
  for (const read of one.targets) {
    const target = toTarget(read, text)
    if (target && target.exact.trim() !== '' && target.exact.length <= 20_000) return target
  }
  return null
}

const commentOf = ({ bodies }: ReadAnnotation): string =>
  bodies
    .filter(({ text, purposes }) => text !== null && !purposes.includes('tagging'))
    .map(({ text }) => text)
    .join('\n\n')
    .slice(0, 10_000)

const labelOf = ({ bodies }: ReadAnnotation, labels: readonly AnnotationLabel[]): AnnotationLabel | undefined => {
  const tags = new Set(
    bodies.filter((body) => body.purposes.includes('tagging')).map(({ text }) => foldText(text ?? '')),
  )
  return labels.find((label) => tags.has(foldText(label.nameAr)) || tags.has(foldText(label.nameEn)))
}

/** As it was said, where that is a moment of the past. */
function momentOf(said: string | null, tx: Context): Date {
  const at = new Date(said ?? Number.NaN)
  return isSensibleTime(at) && at <= tx.now() ? at : tx.now()
}

const OURS = /\/articles\/([0-9a-f-]{36})#(?:note|reply)-([0-9a-f-]{36})$/

/** The same for the same annotation on the same article: our own keeps its own, of others it is made of what they say. */
function idOf(articleId: string, one: ReadAnnotation): string {
  const [, article, id] = OURS.exec(one.id ?? '') ?? []
  if (z.uuid().safeParse(id).success && article === articleId) return id as string
  const hash = createHash('sha256')
    .update(`${articleId}\n${one.id ?? JSON.stringify(one)}`)
    .digest('hex')
  // A name-based UUID with a hash of our own choice is of version 8 (RFC 9562).
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-')
}

/** Imports of earlier days did not say which replies they added. */
const Undo = z.object({ annotationIds: z.array(z.uuid()), replyIds: z.array(z.uuid()).default([]) })

export async function undoImportAnnotations(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'annotation:write')
  const { annotationIds, replyIds } = Undo.parse(payload)
  await tx.db.annotation.updateMany({
    where: { id: { in: annotationIds }, deletedAt: null, userId: tx.actor.userId },
    data: { deletedAt: tx.now() },
  })
  await tx.db.annotationReply.deleteMany({ where: { id: { in: replyIds }, userId: tx.actor.userId } })
}
