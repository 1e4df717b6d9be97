import type pg from 'pg'
import { publishedDate } from '#lib/articles/published-date.ts'
import type { Evidence, ReadArticle } from '#lib/core/article.ts'
import { newId } from '#lib/core/id.ts'
import { type Column, insertMany } from '#lib/db/bulk.ts'

/** A tag that reading and matching suggest. */
export type SuggestedTag = {
  subject: { kind: 'topic' | 'entity' | 'country'; id: string }
  origin: 'rule' | 'model'
  score: number
  evidence: Evidence
}

/** An article on its way into the database: what was read, what it is compared by, where it belongs. */
export type ArticleToStore = {
  id: string
  documentId: string
  documentSha256: Uint8Array
  batchId: string
  receivedAt: Date
  address: string | null
  read: ReadArticle
  sourceId: string | null
  print: { checksum: string; signature: Int32Array; wordCount: number }
  searchVector: string
  tags: SuggestedTag[]
  groupId: string | null
  storyId: string
}

/** Stores articles with their flags and suggested tags, and marks their documents as read. Set-based: one statement a table. */
export async function storeArticles(client: pg.ClientBase, articles: readonly ArticleToStore[]): Promise<void> {
  await insertMany(client, 'article', articles, ARTICLE_COLUMNS)
  const flags = articles.flatMap((a) => a.read.flags.map((flag) => ({ articleId: a.id, ...flag })))
  await insertMany(
    client,
    'article_flag',
    flags,
    [
      { name: 'article_id', type: 'uuid', value: (f) => f.articleId },
      { name: 'kind', type: 'text', value: (f) => f.kind },
      { name: 'evidence', type: 'jsonb', value: (f) => f.evidence },
      { name: 'confidence', type: 'float8', value: (f) => f.confidence },
    ],
    'ON CONFLICT DO NOTHING',
  )
  const tags = articles.flatMap((a) => a.tags.map((tag) => ({ articleId: a.id, ...tag })))
  await insertMany(
    client,
    'article_tag',
    tags,
    [
      { name: 'id', type: 'uuid', value: () => newId() },
      { name: 'article_id', type: 'uuid', value: (t) => t.articleId },
      { name: 'topic_id', type: 'text', value: (t) => (t.subject.kind === 'topic' ? t.subject.id : null) },
      { name: 'entity_id', type: 'text', value: (t) => (t.subject.kind === 'entity' ? t.subject.id : null) },
      { name: 'country', type: 'text', value: (t) => (t.subject.kind === 'country' ? t.subject.id : null) },
      { name: 'origin', type: 'enum:tag_origin', value: (t) => t.origin },
      { name: 'state', type: 'enum:tag_state', value: () => 'suggested' },
      { name: 'score', type: 'float8', value: (t) => t.score },
      { name: 'evidence', type: 'jsonb', value: (t) => t.evidence },
    ],
    'ON CONFLICT DO NOTHING',
  )
  await client.query(
    `UPDATE document SET state = 'read', article_id = r.article_id, problem = NULL, attempts = attempts + 1
     FROM unnest($1::uuid[], $2::uuid[]) AS r(id, article_id) WHERE document.id = r.id`,
    [articles.map((a) => a.documentId), articles.map((a) => a.id)],
  )
}

const ARTICLE_COLUMNS: Column<ArticleToStore>[] = [
  { name: 'id', type: 'uuid', value: (a) => a.id },
  { name: 'batch_id', type: 'uuid', value: (a) => a.batchId },
  { name: 'title', type: 'text', value: (a) => a.read.title?.value ?? null },
  { name: 'text', type: 'text', value: (a) => a.read.text },
  { name: 'blocks', type: 'jsonb', value: (a) => a.read.blocks },
  { name: 'language', type: 'text', value: (a) => a.read.language.value },
  { name: 'source_id', type: 'uuid', value: (a) => a.sourceId },
  { name: 'source_name', type: 'text', value: (a) => a.read.source?.value ?? null },
  { name: 'origin_name', type: 'text', value: (a) => a.read.origin?.value ?? null },
  { name: 'agency', type: 'text', value: (a) => a.read.agency?.value ?? null },
  { name: 'byline', type: 'text', value: (a) => a.read.byline?.value ?? null },
  { name: 'address', type: 'text', value: (a) => a.address },
  { name: 'published_at', type: 'timestamptz', value: (a) => published(a) },
  {
    name: 'published_precision',
    type: 'enum:date_precision',
    value: (a) => a.read.publishedAt?.value.precision ?? null,
  },
  { name: 'page_date', type: 'date', value: (a) => a.read.pageDate?.value.slice(0, 10) ?? null },
  { name: 'received_at', type: 'timestamptz', value: (a) => a.receivedAt },
  { name: 'sort_at', type: 'timestamptz', value: (a) => published(a) ?? a.receivedAt },
  { name: 'evidence', type: 'jsonb', value: (a) => evidenceOf(a.read) },
  { name: 'word_count', type: 'int', value: (a) => a.print.wordCount },
  { name: 'duplicate_group_id', type: 'uuid', value: (a) => a.groupId },
  { name: 'story_id', type: 'uuid', value: (a) => a.storyId },
  { name: 'document_sha256', type: 'bytea', value: (a) => Buffer.from(a.documentSha256) },
  { name: 'text_checksum', type: 'bytea', value: (a) => Buffer.from(a.print.checksum, 'hex') },
  {
    name: 'signature',
    type: 'bytea',
    value: (a) => Buffer.from(a.print.signature.buffer, a.print.signature.byteOffset, a.print.signature.byteLength),
  },
  { name: 'search_vector', type: 'tsvector', value: (a) => a.searchVector },
]

const published = ({ read }: ArticleToStore): Date | null =>
  read.publishedAt ? publishedDate(read.publishedAt.value) : null

/** Each field's evidence with its confidence, under the field's name. */
export function evidenceOf(read: ReadArticle): Record<string, Evidence & { confidence: number }> {
  const { title, publishedAt, pageDate, source, origin, agency, byline, language } = read
  const fields = { title, publishedAt, pageDate, source, origin, agency, byline, language }
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) =>
      field ? [[name, { ...field.evidence, confidence: field.confidence }]] : [],
    ),
  )
}
