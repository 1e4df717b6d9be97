import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileBytes } from '#lib/batches/file-bytes.ts'
import type { Db } from '#lib/db/context.ts'
import { type DeliveredFile, fileOnDisk } from '#lib/receive/delivered-file.ts'
import { formatOf } from '#lib/receive/format-of.ts'

export type StoredFile = { id: string; path: string; size: bigint }

/** Of an ordinary file; of a json file, whose only list may end far behind; of a tar or a gzip. */
const HEAD = 1 << 20
const JSON_HEAD = 17 << 20
const PACKED_HEAD = 32 << 20
/** A zip says at its end what is in it: a larger one is not looked into before it is read. */
const ZIP = 256 << 20

/** As much of a file that arrived as a preview needs; null for a zip that is too large for a glance. */
export async function storedHead(db: Db, file: StoredFile, scratch: string): Promise<DeliveredFile | null> {
  const size = Number(file.size)
  const first = await firstBytes(db, file, HEAD)
  const format = formatOf(file.path, first)
  if (format === 'zip' && size > first.length) {
    if (size > ZIP) return null
    const at = path.join(scratch, file.id)
    await pipeline(fileBytes(db, file.id), createWriteStream(at))
    return fileOnDisk(file.path, at)
  }
  const enough = format === 'json' ? JSON_HEAD : format === 'tar' || format === 'gzip' ? PACKED_HEAD : HEAD
  return {
    path: file.path,
    size,
    at: size <= first.length || enough === HEAD ? first : await firstBytes(db, file, enough),
  }
}

async function firstBytes(db: Db, { id }: StoredFile, most: number): Promise<Buffer> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of fileBytes(db, id)) {
    pieces.push(piece)
    size += piece.length
    if (size >= most) break
  }
  return Buffer.concat(pieces)
}
