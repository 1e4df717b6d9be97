import { createHash } from 'node:crypto'
import { compress } from '#lib/core/compress.ts'
import { newId } from '#lib/core/id.ts'
import { type BinaryType, binaryArray } from '#lib/db/binary-array.ts'
import { pool } from '#lib/db/client.ts'
import type { Db } from '#lib/db/context.ts'
import type { Payloads } from '#lib/jobs/payloads.ts'

/** An item of an opened file, on its way into the database. */
export type NewDocument = {
  batchId: string
  /** Null where it came without a file: then whoever adds it sees to it that it is added once. */
  fileId: string | null
  path: string
  index: number
  line?: number | undefined
  /** Its page is fetched first, by the queue of its host; reading follows. */
  pageQueue?: string | undefined
} & (
  | { bytes: Uint8Array; mediaType: string; charset?: string | undefined; stated?: object | undefined }
  | { problem: object }
)

/** A file that has given its last document, or none: then with the reason. */
export type OpenedFile = { fileId: string; problem: object | null }

const EMPTY = new Uint8Array()
/** A page is asked for four times, within half a minute; and feeds of its host go first. */
const PAGE_ATTEMPTS = 4
const PAGE_PRIORITY = 10

/**
 * Stores documents, enqueues the reading of those that are new, and marks files as opened, in one statement: all of it
 * happens or none. Done twice it changes nothing: an item is one by its file, path and number.
 * @param tx the transaction that it is a part of, where there is one
 * @returns the ids that the documents get where they are new, in their order
 */
export async function addDocuments(
  documents: readonly NewDocument[],
  opened: readonly OpenedFile[],
  now: Date,
  tx?: Db,
): Promise<string[]> {
  // Ids made within one millisecond are in no order; sorted, the report keeps the order of arrival.
  const ids = documents.map(newId).sort()
  const rows = documents.map((document, i) => ({ id: ids[i], ...rowOf(document) }))
  const payload = 'documentIds' satisfies keyof Payloads['read-documents']
  const pagePayload = 'documentId' satisfies keyof Payloads['fetch-page']
  const statement = `WITH paged AS (
       SELECT id, queue FROM unnest($1::uuid[], $17::text[]) AS p(id, queue) WHERE queue IS NOT NULL
     ), added AS (
       INSERT INTO document (id, batch_id, file_id, path, index, line, media_type, charset, stated, bytes, size, sha256, state, problem, received_at)
       SELECT d.id, d.batch_id, d.file_id, d.path, d.index, d.line, d.media_type, d.charset, d.stated::jsonb, d.bytes, d.size, d.sha256,
              CASE WHEN d.problem IS NULL THEN 'waiting' ELSE 'unreadable' END::document_state, d.problem::jsonb, $13
       FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::int[], $6::int[], $7::text[], $8::text[], $9::text[],
                   $10::bytea[], $11::int[], $12::bytea[], $14::text[])
         AS d(id, batch_id, file_id, path, index, line, media_type, charset, stated, bytes, size, sha256, problem)
       ON CONFLICT (file_id, path, index) DO NOTHING
       RETURNING id, state
     ), job AS (
       SELECT graphile_worker.add_job('read-documents', json_build_object('${payload}', json_agg(id ORDER BY id)), max_attempts => 5)
       FROM added WHERE state = 'waiting' AND id NOT IN (SELECT id FROM paged) HAVING count(*) > 0
     ), page_job AS (
       SELECT graphile_worker.add_job('fetch-page', json_build_object('${pagePayload}', id), queue_name => queue,
         max_attempts => ${PAGE_ATTEMPTS}, priority => ${PAGE_PRIORITY})
       FROM added JOIN paged USING (id) WHERE state = 'waiting'
     ), opened AS (
       UPDATE batch_file SET state = CASE WHEN f.problem IS NULL THEN 'opened' ELSE 'failed' END::file_state, problem = f.problem::jsonb
       FROM unnest($15::uuid[], $16::text[]) AS f(id, problem) WHERE batch_file.id = f.id
     )
     SELECT (SELECT count(*) FROM job), (SELECT count(*) FROM page_job) AS pages`
  // Prisma has a form of its own for arrays.
  const array = (type: BinaryType, values: readonly unknown[]) => (tx ? values : binaryArray(type, values))
  const column = (type: BinaryType, name: keyof (typeof rows)[number]) =>
    array(
      type,
      rows.map((row) => row[name]),
    )
  const values = [
    column('uuid', 'id'),
    column('uuid', 'batchId'),
    column('uuid', 'fileId'),
    column('text', 'path'),
    column('int', 'index'),
    column('int', 'line'),
    column('text', 'mediaType'),
    column('text', 'charset'),
    column('text', 'stated'),
    column('bytea', 'bytes'),
    column('int', 'size'),
    column('bytea', 'sha256'),
    now,
    column('text', 'problem'),
    array(
      'uuid',
      opened.map((f) => f.fileId),
    ),
    array(
      'text',
      opened.map((f) => f.problem && JSON.stringify(f.problem)),
    ),
    array(
      'text',
      documents.map((d) => d.pageQueue ?? null),
    ),
  ]
  await (tx ? tx.$queryRawUnsafe(statement, ...values) : pool().query(statement, values))
  return ids
}

function rowOf(document: NewDocument) {
  const { batchId, fileId, path, index, line } = document
  const bytes = 'bytes' in document ? document.bytes : EMPTY
  return {
    batchId,
    fileId,
    path,
    index,
    line: line ?? null,
    mediaType: 'bytes' in document ? document.mediaType : 'application/octet-stream',
    charset: ('bytes' in document && document.charset) || null,
    stated: 'bytes' in document && document.stated ? JSON.stringify(document.stated) : null,
    bytes: Buffer.from(compress(bytes)),
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest(),
    problem: 'problem' in document ? JSON.stringify(document.problem) : null,
  }
}
