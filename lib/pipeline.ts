import type pg from 'pg'
import { knownArticles } from '#lib/articles/known-articles.ts'
import { normalAddress } from '#lib/articles/normal-address.ts'
import { type ArticleToStore, storeArticles } from '#lib/articles/store-articles.ts'
import { compareArticles } from '#lib/compare/compare-articles.ts'
import { inCompareTurn } from '#lib/compare/compare-turn.ts'
import type { Embedded } from '#lib/compare/meaning.ts'
import { publishedSpan } from '#lib/compare/published-span.ts'
import { storeGroupsAndStories, storeRelations } from '#lib/compare/store-comparison.ts'
import { storeEmbeddings } from '#lib/compare/stored-embeddings.ts'
import type { ReadArticle } from '#lib/core/article.ts'
import { decompress } from '#lib/core/compress.ts'
import { newId } from '#lib/core/id.ts'
import type { Document } from '#lib/db/generated/client.ts'
import { enqueueArrivals, enqueueFindingNames } from '#lib/jobs/queue.ts'
import { embed } from '#lib/pipeline/embed.ts'
import {
  type Outcome,
  type Prepare,
  type PreparedDocument,
  prepareDocuments,
  type StageVocabulary,
} from '#lib/pipeline/prepare-document.ts'
import type { DocumentInput } from '#lib/read/read.ts'
import { lookupOf, nameKey } from '#lib/read/vocabulary.ts'
import { storeTitleWords } from '#lib/search/store-title-words.ts'

/** What the stages know, and the rows of the sources. */
export type Vocabulary = StageVocabulary & { sourceIds: Map<string, string> }

/** A document out of the database, its bytes unpacked. */
export type StoredDocument = DocumentInput & { id: string; batchId: string; sha256: Uint8Array; arrivedAt: Date }

/** A document as the database has it, for the stages. */
export const storedDocument = (row: Document): StoredDocument => ({
  id: row.id,
  batchId: row.batchId,
  sha256: row.sha256,
  arrivedAt: row.receivedAt,
  receivedAt: row.receivedAt.toISOString(),
  bytes: decompress(row.bytes),
  mediaType: row.mediaType === 'text/html' ? 'text/html' : 'text/plain',
  path: row.path,
  ...(row.charset ? { charset: row.charset } : {}),
  ...(row.stated ? { stated: row.stated as NonNullable<StoredDocument['stated']> } : {}),
})

/** What became of each document. */
export type Ingested = { read: number; already: number; unreadable: number }

/**
 * The stages, in order: documents are read, tagged and compared, and stored in one commit. One whose very bytes are here
 * is not read again.
 * What needs no other article is pure and happens wherever `prepare` does it; an embedding provider, where there is one,
 * is asked before the turn; comparing and storing take turns.
 */
export async function ingest(
  pool: pg.Pool,
  documents: readonly StoredDocument[],
  vocabulary: Vocabulary,
  now: Date,
  prepare: Prepare = prepareDocuments,
): Promise<Ingested> {
  const known = await knownArticles(pool, documents.map(byBytes))
  const unknown = documents.filter((_, i) => !known[i])
  const repeated = documents.filter((_, i) => known[i])
  const { readable, unreadable } = sorted(unknown, await prepare(unknown, vocabulary), vocabulary)
  const embedded = await embed(readable.map(asEmbedded), now)
  return inCompareTurn(pool, async (client) => {
    const waiting = await stillWaiting(client, documents)
    const { fresh, already } = await setApart(
      client,
      readable.filter((a) => waiting.has(a.documentId)),
    )
    already.push(
      ...(await stillKnown(
        client,
        repeated.filter((d) => waiting.has(d.id)),
      )),
    )
    if (fresh.length > 0) await compareAndStore(client, fresh, embedded, now)
    await mark(client, 'already', already)
    await mark(
      client,
      'unreadable',
      unreadable.filter((u) => waiting.has(u.id)),
    )
    return { read: fresh.length, already: already.length, unreadable: unreadable.length }
  })
}

async function compareAndStore(
  client: pg.ClientBase,
  fresh: readonly Arrived[],
  embedded: Embedded | null,
  now: Date,
): Promise<void> {
  const articles = fresh.map((a) => ({
    id: a.id,
    prepared: a.prepared,
    at: publishedSpan(a.read.publishedAt?.value.iso),
    sourceId: a.sourceId,
  }))
  const compared = await compareArticles(client, articles, embedded)
  await storeGroupsAndStories(client, compared, now)
  await storeArticles(
    client,
    fresh.map((a, i) => ({
      ...a,
      print: a.prepared.print,
      groupId: compared.places[i]?.groupId ?? null,
      storyId: compared.places[i]?.storyId as string,
    })),
  )
  await storeTitleWords(
    client,
    fresh.flatMap(({ read }) => read.title?.value ?? []),
  )
  if (embedded)
    await storeEmbeddings(
      client,
      fresh.map(({ id }) => id),
      embedded,
    )
  await storeRelations(client, articles, compared)
  const ids = fresh.map(({ id }) => id)
  await enqueueArrivals(client, ids)
  await enqueueFindingNames(client, ids)
}

/** A headline that is another article's would say another meaning. */
const asEmbedded = ({ id, read }: Arrived) => ({
  id,
  title: read.flags.some(({ kind }) => kind === 'title-mismatch') ? null : (read.title?.value ?? null),
  text: read.text,
})

const byBytes = ({ sha256 }: StoredDocument) => ({ documentSha256: sha256, address: null })

type Unreadable = { id: string; problem: object }

/** What was read and what could not be. */
function sorted(documents: readonly StoredDocument[], outcomes: readonly Outcome[], vocabulary: Vocabulary) {
  const readable: Arrived[] = []
  const unreadable: Unreadable[] = []
  // Ids made within one millisecond are in no order; sorted, what came later is later in every look-up too.
  const ids = documents.map(newId).sort()
  for (const [i, document] of documents.entries()) {
    const outcome = outcomes[i]
    if (!outcome) continue
    if ('problem' in outcome) unreadable.push({ id: document.id, problem: outcome.problem })
    else readable.push(arrived(ids[i] as string, document, outcome.document, vocabulary))
  }
  return { readable, unreadable }
}

/** An article before comparing has placed it. */
type Arrived = Omit<ArticleToStore, 'print' | 'groupId' | 'storyId' | 'tags'> & PreparedDocument

const arrived = (
  id: string,
  document: StoredDocument,
  prepared: PreparedDocument,
  vocabulary: Vocabulary,
): Arrived => ({
  ...prepared,
  id,
  documentId: document.id,
  documentSha256: document.sha256,
  batchId: document.batchId,
  receivedAt: document.arrivedAt,
  address: normalAddress(prepared.read.address),
  sourceId: sourceIdOf(prepared.read, vocabulary),
})

/** The row of the source that was read, where the vocabulary has one. */
export function sourceIdOf({ source }: ReadArticle, { reading, sourceIds }: Vocabulary): string | null {
  const known = source && lookupOf(reading).sourceByName.get(nameKey(source.value))
  return (known && sourceIds.get(known.slug)) ?? null
}

/** Documents that no other run of the same job has settled meanwhile; a job may run twice. */
async function stillWaiting(client: pg.ClientBase, documents: readonly StoredDocument[]): Promise<Set<string>> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM document WHERE id = ANY($1::uuid[]) AND state = 'waiting' ORDER BY id FOR UPDATE`,
    [documents.map((d) => d.id)],
  )
  return new Set(rows.map((row) => row.id))
}

type Already = { id: string; problem: object; articleId: string }

/** Those that are here already, by their bytes or their address, from before or from this very chunk. */
async function setApart(
  client: pg.ClientBase,
  readable: readonly Arrived[],
): Promise<{ fresh: Arrived[]; already: Already[] }> {
  const known = await knownArticles(client, readable)
  const fresh: Arrived[] = []
  const already: Already[] = []
  const seen = new Map<string, string>()
  readable.forEach((article, i) => {
    const keys = [Buffer.from(article.documentSha256).toString('hex'), ...(article.address ? [article.address] : [])]
    const twin = keys.map((key) => seen.get(key)).find(Boolean)
    const before =
      known[i] ?? (twin ? { id: twin, by: seen.has(keys[0] as string) ? 'same-bytes' : 'same-address' } : null)
    if (before) already.push({ id: article.documentId, articleId: before.id, problem: { key: before.by } })
    else {
      fresh.push(article)
      for (const key of keys) seen.set(key, article.id)
    }
  })
  return { fresh, already }
}

/** Those that were not read because their bytes are here. @throws where an article is gone meanwhile: the job runs again */
async function stillKnown(client: pg.ClientBase, documents: readonly StoredDocument[]): Promise<Already[]> {
  if (documents.length === 0) return []
  const known = await knownArticles(client, documents.map(byBytes))
  return documents.map(({ id }, i) => {
    const article = known[i]
    if (!article) throw new Error('an article was withdrawn while its bytes arrived again')
    return { id, articleId: article.id, problem: { key: article.by } }
  })
}

async function mark(
  client: pg.ClientBase,
  state: 'already' | 'unreadable',
  documents: readonly { id: string; problem: object; articleId?: string }[],
): Promise<void> {
  if (documents.length === 0) return
  await client.query(
    `UPDATE document SET state = $4::document_state, problem = d.problem::jsonb, article_id = d.article_id, attempts = attempts + 1
     FROM unnest($1::uuid[], $2::text[], $3::uuid[]) AS d(id, problem, article_id) WHERE document.id = d.id`,
    [
      documents.map((d) => d.id),
      documents.map((d) => JSON.stringify(d.problem)),
      documents.map((d) => d.articleId ?? null),
      state,
    ],
  )
}
