import { createHash } from 'node:crypto'
import { authorize } from '#lib/access/authorize.ts'
import { gathersOf } from '#lib/api/gathers-of.ts'
import { ApiProblem } from '#lib/api/problem.ts'
import { rateHeaders } from '#lib/api/rate-headers.ts'
import type { Accepted, DocumentInput } from '#lib/api/schemas.ts'
import { addDocuments, type NewDocument } from '#lib/batches/add-documents.ts'
import { enqueueOpening } from '#lib/batches/enqueue-opening.ts'
import { gatherBatch } from '#lib/batches/gather-batch.ts'
import { gatherFile } from '#lib/batches/gather-file.ts'
import { deskDay } from '#lib/core/desk-time.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { statedOf } from '#lib/receive/stated-of.ts'
import { findAnswer, keepAnswer } from '#lib/tokens/answered-request.ts'
import type { TokenHolder } from '#lib/tokens/find-token.ts'
import { spendDocuments } from '#lib/tokens/spend-documents.ts'

/** A body as it was sent, what it is called, and the documents in it where it is no file to be opened. */
export type Delivery = { path: string; bytes: Uint8Array; documents?: DocumentInput[] | undefined }

export type Delivered = { accepted: Accepted; headers: Record<string, string> }

/**
 * Takes a delivery of a program: stored whole, gathered in the token's batch of the day, and enqueued for reading, with
 * the answer kept under its key, in one transaction.
 * @param key the sender's Idempotency-Key; without one, the same delivery twice is two
 * @throws AppError forbidden; ApiProblem key-in-flight, key-reused, too-many-documents, too-fast
 */
export function deliver(ctx: Context, token: TokenHolder, delivery: Delivery, key: string | null): Promise<Delivered> {
  return inTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'batch:manage')
    const named = key === null ? null : { tokenId: token.tokenId, key, bodyHash: hashOf(delivery.bytes) }
    const known = named && (await findAnswer(tx, named))
    if (known === 'in-flight') throw new ApiProblem('key-in-flight', { headers: { 'Retry-After': '2' } })
    if (known === 'other-body') throw new ApiProblem('key-reused')
    if (known) return { accepted: known.response as Accepted, headers: {} }

    const headers = await spend(tx, token, delivery.documents?.length ?? 1)
    const day = deskDay(tx.now())
    const batchId = await gatherBatch(tx, {
      gathers: gathersOf(token.tokenId, day),
      // With slashes: between hyphens, right-to-left text would turn the numbers around.
      name: `${token.name} · ${day.replaceAll('-', '/')}`,
      origin: 'api',
    })
    const fileId = await gatherFile(tx, { batchId, ...delivery })
    const accepted = answerOf(batchId, fileId, delivery, await take(tx, batchId, fileId, delivery))
    if (named) await keepAnswer(tx, named, { status: 202, response: accepted })
    return { accepted, headers }
  })
}

async function spend(tx: Context, token: TokenHolder, documents: number): Promise<Record<string, string>> {
  if (documents > token.documentsPerMinute) throw new ApiProblem('too-many-documents')
  const spent = await spendDocuments(tx, token, documents)
  const headers = rateHeaders(token, spent)
  if (!spent.isAllowed)
    throw new ApiProblem('too-fast', { headers: { ...headers, 'Retry-After': String(spent.resetSeconds) } })
  return headers
}

/** Documents have their ids at once; a file is opened by the worker, like one of an upload. */
async function take(
  tx: Context,
  batchId: string,
  fileId: string,
  { path, bytes, documents }: Delivery,
): Promise<string[]> {
  if (!documents) {
    await enqueueOpening(tx.db, [{ id: fileId, size: BigInt(bytes.length) }])
    return []
  }
  const rows = documents.map((document, index) => newDocument(document, { batchId, fileId, path, index }))
  return addDocuments(rows, [{ fileId, problem: null }], tx.now(), tx.db)
}

function newDocument(
  document: DocumentInput,
  place: { batchId: string; fileId: string; path: string; index: number },
): NewDocument {
  const stated = statedOf((field) => (field === 'body' ? undefined : document[field]))
  if (!stated) return { ...place, problem: { key: 'no-text' } }
  return {
    ...place,
    mediaType: stated.html ? 'text/html' : 'text/plain',
    charset: 'utf-8',
    bytes: Buffer.from(JSON.stringify(document)),
    stated,
  }
}

function answerOf(batchId: string, fileId: string, { documents = [] }: Delivery, ids: string[]): Accepted {
  return {
    batchId,
    fileId,
    status: `/api/v1/batches/${batchId}?file=${fileId}`,
    documents: ids.map((id, index) => {
      const givenId = documents[index]?.id
      return { index, id, ...(givenId === undefined ? {} : { givenId }), status: `/api/v1/documents/${id}` }
    }),
  }
}

const hashOf = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(bytes).digest())
