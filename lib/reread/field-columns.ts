import { fieldValue } from '#lib/articles/field-value.ts'
import { normalAddress } from '#lib/articles/normal-address.ts'
import { publishedDate } from '#lib/articles/published-date.ts'
import type { ReadArticle } from '#lib/core/article.ts'
import type { Article } from '#lib/db/generated/client.ts'

/** Fields of an article beside its title and text, and the columns that hold each. */
export const FIELD_COLUMNS = {
  publishedAt: ['publishedAt', 'publishedPrecision'],
  pageDate: ['pageDate'],
  source: ['sourceId', 'sourceName'],
  origin: ['originName'],
  agency: ['agency'],
  byline: ['byline'],
  language: ['language'],
  address: ['address'],
} as const satisfies Record<string, readonly (keyof Article)[]>
export type RereadField = keyof typeof FIELD_COLUMNS
export const REREAD_FIELDS = Object.keys(FIELD_COLUMNS) as RereadField[]

export type FieldColumn = (typeof FIELD_COLUMNS)[RereadField][number]
export type FieldColumns = Pick<Article, FieldColumn>

/** What was read as the columns of an article hold it. */
export function fieldColumns(read: ReadArticle, sourceId: string | null): FieldColumns {
  const { publishedAt, pageDate, source, origin, agency, byline, language, address } = read
  return {
    publishedAt: publishedAt && publishedDate(publishedAt.value),
    publishedPrecision: publishedAt?.value.precision ?? null,
    pageDate: pageDate && new Date(`${pageDate.value.slice(0, 10)}T00:00:00Z`),
    sourceId,
    sourceName: source?.value ?? null,
    originName: origin?.value ?? null,
    agency: agency?.value ?? null,
    byline: byline?.value ?? null,
    language: language.value,
    address: normalAddress(address),
  }
}

/** A field of these columns as people read it; null where it is not known. A source that is not listed ends with `?`. */
export function shownField(columns: FieldColumns, field: RereadField): string | null {
  switch (field) {
    case 'publishedAt':
      return fieldValue(columns, 'publishedAt') || null
    case 'pageDate':
      return columns.pageDate?.toISOString().slice(0, 10) ?? null
    case 'source':
      return columns.sourceName && `${columns.sourceName}${columns.sourceId ? '' : ' ?'}`
    case 'origin':
      return columns.originName
    default:
      return columns[field]
  }
}
