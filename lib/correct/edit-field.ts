import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { EDITABLE_FIELDS, type EditableField, fieldValue } from '#lib/articles/field-value.ts'
import { parsePublishedAt } from '#lib/articles/parse-published-at.ts'
import { publishedDate } from '#lib/articles/published-date.ts'
import { settleFlags, unsettleFlags } from '#lib/articles/settle-flags.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { type FlagKind, PRECISIONS } from '#lib/core/article.ts'
import { AppError, type Theirs } from '#lib/core/errors.ts'
import { lockArticle } from '#lib/correct/lock-article.ts'
import { markAsTheirs, type StoredEvidence, withFormer } from '#lib/correct/mark-as-theirs.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import type { Article } from '#lib/db/generated/client.ts'
import { refreshStory } from '#lib/stories/refresh-story.ts'
import { foldText } from '#lib/text/fold.ts'

export const EditFieldInput = z.object({
  articleId: z.uuid(),
  field: z.enum(EDITABLE_FIELDS),
  /** Empty: it is not known. A date as {@link parsePublishedAt} reads it, a source by any of its names. */
  value: z.string().trim().max(300),
  /** What the form showed: somebody else's correction is not overwritten unseen. */
  was: z.string().max(300),
})

/** Doubts that are answered when a person sets the field. */
const ANSWERS: Partial<Record<EditableField, FlagKind[]>> = {
  publishedAt: ['date-missing', 'date-of-page', 'date-inferred', 'date-disagrees'],
  source: ['source-unknown'],
}

/**
 * Corrects one field of an article and marks it as this person's.
 * @throws AppError forbidden, notFound, invalid (no date, no language), conflict (changed since it was shown)
 */
export async function editField(
  ctx: Context,
  input: z.output<typeof EditFieldInput>,
): Promise<{ eventId?: string; note?: string }> {
  return inTransaction(ctx, async (tx) => {
    const article = await lockArticle(tx, input.articleId)
    authorize(tx.actor, 'article:edit')
    const { field, value } = input
    const now = fieldValue(article, field)
    // Saved as it is: nobody's word, and what was read keeps its evidence.
    if (value === now) return { note: 'unchanged' }
    if (now !== input.was) throw new AppError('conflict', { field, theirs: theirsOf(article, field, now) })
    const from = columnsOf(article, field)
    await write(tx, article, await columnsFor(tx, article, field, value), markAsTheirs(tx, article.evidence, field))
    const settled = value === '' ? [] : await settleFlags(tx, article.id, ANSWERS[field] ?? [])
    const eventId = await recordEvent(tx, {
      kind: 'article.field-edited',
      subject: { type: 'article', id: article.id },
      data: { field, from: input.was, to: value },
      undo: {
        articleId: article.id,
        field,
        from,
        evidence: (article.evidence as StoredEvidence)[field] ?? null,
        settled,
      },
    })
    return { eventId }
  })
}

function theirsOf({ evidence }: Article, field: EditableField, now: string): Theirs {
  const by = (evidence as Record<string, { name?: string } | undefined>)[field]?.name ?? null
  return { values: { value: now }, seen: { was: now }, by }
}

const Columns = z.object({
  publishedAt: z.iso.datetime().nullable().optional(),
  publishedPrecision: z.enum(PRECISIONS).nullable().optional(),
  sourceId: z.string().nullable().optional(),
  sourceName: z.string().nullable().optional(),
  byline: z.string().nullable().optional(),
  agency: z.string().nullable().optional(),
  language: z.string().optional(),
})
type Columns = { [K in keyof z.infer<typeof Columns>]?: Exclude<z.infer<typeof Columns>[K], undefined> }

const NAMES: Record<EditableField, (keyof Columns)[]> = {
  publishedAt: ['publishedAt', 'publishedPrecision'],
  source: ['sourceId', 'sourceName'],
  byline: ['byline'],
  agency: ['agency'],
  language: ['language'],
}

function columnsOf(article: Article, field: EditableField): Columns {
  const all = { ...article, publishedAt: article.publishedAt?.toISOString() ?? null }
  return Object.fromEntries(NAMES[field].map((name) => [name, all[name]]))
}

async function columnsFor(tx: Context, article: Article, field: EditableField, value: string): Promise<Columns> {
  if (field === 'source') return sourceColumns(tx, value)
  if (field === 'language') {
    if (!/^[a-z]{2,3}$/.test(value)) throw new AppError('invalid', { field })
    return { language: value }
  }
  if (field !== 'publishedAt') return { [field]: value || null }
  const published = parsePublishedAt(value)
  if (value !== '' && !published) throw new AppError('invalid', { field, articleId: article.id })
  return {
    publishedAt: published ? publishedDate(published).toISOString() : null,
    publishedPrecision: published?.precision ?? null,
  }
}

/** Any spelling of any name finds the source; another name is kept as it was written. */
async function sourceColumns(tx: Context, value: string): Promise<Columns> {
  if (value === '') return { sourceId: null, sourceName: null }
  const sources = await tx.db.source.findMany({
    select: { id: true, slug: true, nameAr: true, nameEn: true, nameFr: true, aliases: true },
  })
  const wanted = foldText(value)
  const source = sources.find(({ slug, nameAr, nameEn, nameFr, aliases }) =>
    [slug, nameAr, nameEn, nameFr, ...aliases].some((name) => name && foldText(name) === wanted),
  )
  return { sourceId: source?.id ?? null, sourceName: value }
}

async function write(tx: Context, article: Article, columns: Columns, evidence: StoredEvidence): Promise<void> {
  const { publishedAt, ...rest } = columns
  const at = publishedAt ? new Date(publishedAt) : null
  await tx.db.article.update({
    where: { id: article.id },
    data: {
      ...rest,
      ...(publishedAt === undefined ? {} : { publishedAt: at, sortAt: at ?? article.receivedAt }),
      evidence,
      updatedAt: tx.now(),
    },
  })
  if (publishedAt !== undefined) await refreshStory(tx, [article.storyId])
}

const Undo = z.object({
  articleId: z.string(),
  field: z.enum(EDITABLE_FIELDS),
  from: Columns,
  evidence: z.unknown(),
  settled: z.array(z.string()),
})

/** Sets the field back, unless somebody has corrected it again. */
export async function undoEditField(tx: Context, payload: unknown): Promise<void> {
  const { articleId, field, from, evidence, settled } = Undo.parse(payload)
  const article = await lockArticle(tx, articleId)
  authorize(tx.actor, 'article:edit')
  const now = (article.evidence as Record<string, { by?: string | null } | undefined>)[field]
  if (now?.by !== tx.actor.userId) throw new AppError('conflict', { field })
  await write(tx, article, from as Columns, withFormer(article.evidence, field, evidence))
  await unsettleFlags(tx, articleId, settled)
}
