import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { addDocuments, type NewDocument, type OpenedFile } from '#lib/batches/add-documents.ts'
import { fileBytes } from '#lib/batches/file-bytes.ts'
import { finishBatchIfDone } from '#lib/batches/finish-batch-if-done.ts'
import { type FileWithWords, saidOfFiles } from '#lib/columns/said-of-files.ts'
import type { Answer } from '#lib/core/answer.ts'
import type { Context } from '#lib/db/context.ts'
import type { Payloads } from '#lib/jobs/payloads.ts'
import { enqueue } from '#lib/jobs/queue.ts'
import { type DeliveredFile, fileInMemory, fileOnDisk } from '#lib/receive/delivered-file.ts'
import type { Problem } from '#lib/receive/item.ts'
import { LIMITS } from '#lib/receive/limits.ts'
import { openFile, type SaidOfFile } from '#lib/receive/open-file.ts'

/** Documents of one commit and of one reading job; and the bytes at which it is done sooner. */
const TOGETHER = 200
const BYTES = 16 << 20
/** Files up to here are opened from memory. */
const SMALL = 8 << 20

type WaitingFile = { id: string; batchId: string; path: string; size: bigint; answer: unknown } & FileWithWords

/** Splits files into documents, in commits of 200; files that another run has opened meanwhile are left alone. */
export async function openFiles(ctx: Context, { fileIds }: Payloads['open-files']): Promise<void> {
  const files = await ctx.db.batchFile.findMany({
    where: { id: { in: fileIds }, state: 'waiting', batch: { state: 'reading' } },
    include: { source: true },
    orderBy: [{ path: 'asc' }, { id: 'asc' }],
  })
  const scratch = await mkdtemp(path.join(os.tmpdir(), 'mirqab-'))
  const commit = committer(ctx)
  const said = saidOfFiles(ctx.db)
  try {
    for (const file of files) {
      try {
        await openOne(await unpack(ctx, file, scratch), file, said(file), scratch, commit)
      } catch (error) {
        // What nobody expected of one file must not cost the others their turn: it is tried again alone.
        if (files.length === 1) throw error
        await enqueue(ctx.db, 'open-files', { fileIds: [file.id] })
      }
    }
    await commit.flush()
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
  for (const batchId of new Set(files.map((file) => file.batchId))) await finishBatchIfDone(ctx.db, batchId, ctx.now())
}

async function openOne(
  delivered: DeliveredFile,
  { id: fileId, batchId }: WaitingFile,
  said: SaidOfFile,
  scratch: string,
  commit: Committer,
) {
  let documents = 0
  let problem: Problem | null = null
  for await (const item of openFile(delivered, scratch, LIMITS, said)) {
    if ('problem' in item) problem ??= item.problem
    else documents++
    await commit.add({ ...item, batchId, fileId })
  }
  // A file that gave nothing has failed, for its first reason; one that gave something is open, its troubles are items.
  commit.opened.push({ fileId, problem: documents === 0 ? problem : null })
}

async function unpack(ctx: Context, file: WaitingFile, scratch: string): Promise<DeliveredFile> {
  const { id, path: name, size } = file
  const answer = (file.answer as Answer | null) ?? undefined
  if (size <= SMALL) {
    const pieces: Buffer[] = []
    for await (const piece of fileBytes(ctx.db, id)) pieces.push(piece)
    return fileInMemory(name, Buffer.concat(pieces), answer)
  }
  const at = path.join(scratch, 'file')
  await pipeline(fileBytes(ctx.db, id), createWriteStream(at))
  return fileOnDisk(name, at, answer)
}

type Committer = ReturnType<typeof committer>

/** Gathers documents across files and commits them together, with the files whose last document is among them. */
function committer(ctx: Context) {
  let documents: NewDocument[] = []
  let bytes = 0
  const opened: OpenedFile[] = []
  const flush = async () => {
    if (documents.length > 0 || opened.length > 0) await addDocuments(documents, opened, ctx.now())
    documents = []
    bytes = 0
    opened.length = 0
  }
  const add = async (document: NewDocument) => {
    documents.push(document)
    bytes += 'bytes' in document ? document.bytes.length : 0
    if (documents.length >= TOGETHER || bytes >= BYTES) await flush()
  }
  return { add, flush, opened }
}
