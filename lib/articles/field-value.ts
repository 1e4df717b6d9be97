import type { Precision } from '#lib/core/article.ts'

/** Fields of an article that an editor corrects one by one; title and text are corrected together (lib/correct). */
export const EDITABLE_FIELDS = ['publishedAt', 'source', 'byline', 'agency', 'language'] as const
export type EditableField = (typeof EDITABLE_FIELDS)[number]

export type FieldColumns = {
  publishedAt: Date | null
  publishedPrecision: Precision | null
  sourceId: string | null
  sourceName: string | null
  byline: string | null
  agency: string | null
  language: string
}

/** A field as a form shows it: empty where it is not known; a date in ISO as far as it is known. */
export function fieldValue(article: FieldColumns, field: EditableField): string {
  if (field === 'publishedAt') return isoOf(article)
  if (field === 'source') return article.sourceName ?? ''
  return article[field] ?? ''
}

const LENGTHS: Record<Precision, number> = { minute: 16, day: 10, month: 7, year: 4 }

function isoOf({ publishedAt, publishedPrecision }: FieldColumns): string {
  if (!publishedAt) return ''
  const precision = publishedPrecision ?? 'day'
  const iso = publishedAt.toISOString().slice(0, LENGTHS[precision])
  return precision === 'minute' ? `${iso}Z` : iso
}
