import { authorize } from '#lib/access/authorize.ts'
import { fileBytes } from '#lib/batches/file-bytes.ts'
import { decompress } from '#lib/core/compress.ts'
import { AppError } from '#lib/core/errors.ts'
import type { Context } from '#lib/db/context.ts'

export type OriginalFile = { name: string; size: number; pieces: AsyncIterable<Uint8Array> }

/** A file of a batch as it was dropped, a megabyte at a time. @throws AppError forbidden, notFound */
export async function getOriginalFile(ctx: Context, input: { batchId: string; fileId: string }): Promise<OriginalFile> {
  authorize(ctx.actor, 'batch:manage')
  const file = await ctx.db.batchFile.findFirst({
    where: { id: input.fileId, batchId: input.batchId, state: { not: 'arriving' } },
  })
  if (!file) throw new AppError('notFound', input)
  return { name: baseName(file.path), size: Number(file.size), pieces: fileBytes(ctx.db, file.id) }
}

/** One item of a batch with its own bytes: a row, a record, a page. @throws AppError forbidden, notFound */
export async function getOriginalItem(
  ctx: Context,
  input: { batchId: string; documentId: string },
): Promise<OriginalFile> {
  authorize(ctx.actor, 'batch:manage')
  const document = await ctx.db.document.findFirst({ where: { id: input.documentId, batchId: input.batchId } })
  if (!document || document.size === 0) throw new AppError('notFound', input)
  const bytes = decompress(document.bytes)
  const name = baseName(document.path)
  const isWhole = document.stated === null
  return { name: isWhole ? name : `${name}.${document.index + 1}.txt`, size: bytes.length, pieces: once(bytes) }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

const baseName = (path: string): string => path.split('/').at(-1) || 'file'
