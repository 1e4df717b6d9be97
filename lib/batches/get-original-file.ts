import { batchesOf } from '#lib/batches/batches-of.ts'
import { fileBytes } from '#lib/batches/file-bytes.ts'
import { type Answer, nameOf } from '#lib/core/answer.ts'
import { decompress } from '#lib/core/compress.ts'
import { AppError } from '#lib/core/errors.ts'
import type { Context } from '#lib/db/context.ts'

export type OriginalFile = { name: string; size: number; pieces: AsyncIterable<Uint8Array> }

/** A file of a batch as it was dropped, a megabyte at a time. @throws AppError forbidden, notFound */
export async function getOriginalFile(ctx: Context, input: { batchId: string; fileId: string }): Promise<OriginalFile> {
  const file = await ctx.db.batchFile.findFirst({
    where: { id: input.fileId, batchId: input.batchId, batch: batchesOf(ctx.actor), sha256: { not: null } },
  })
  if (!file) throw new AppError('notFound', input)
  return { name: nameOfFile(file), size: Number(file.size), pieces: fileBytes(ctx.db, file.id) }
}

/** One item of a batch with its own bytes: a row, a record, a page. @throws AppError forbidden, notFound */
export async function getOriginalItem(
  ctx: Context,
  input: { batchId: string; documentId: string },
): Promise<OriginalFile> {
  const document = await ctx.db.document.findFirst({
    where: { id: input.documentId, batchId: input.batchId, batch: batchesOf(ctx.actor) },
    include: { file: { select: { path: true, answer: true, sha256: true } } },
  })
  if (!document || document.size === 0) throw new AppError('notFound', input)
  const bytes = decompress(document.bytes)
  return { name: nameOfItem(document), size: bytes.length, pieces: once(bytes) }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

type File = { path: string; answer: unknown }
type Item = {
  path: string
  index: number
  stated: unknown
  sha256: Uint8Array
  file: (File & { sha256: Uint8Array | null }) | null
}

const nameOfFile = ({ path, answer }: File): string => (answer ? nameOf(answer as Answer) : baseName(path))

/** A document that is its whole file has its name; a row or a record is told by its number. */
function nameOfItem({ path, index, stated, sha256, file }: Item): string {
  if (file?.sha256 && Buffer.from(sha256).equals(file.sha256)) return nameOfFile(file)
  return stated === null ? baseName(path) : `${baseName(path)}.${index + 1}.txt`
}

const baseName = (path: string): string => path.split('/').at(-1) || 'file'
