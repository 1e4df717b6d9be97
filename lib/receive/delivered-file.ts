import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import type { Answer } from '#lib/core/answer.ts'

/** A file to open: from the disk, or (a small one out of a zip) from memory. */
export type DeliveredFile = {
  /** As the report shows it: `monday.zip/page-3.html`. */
  path: string
  size: number
  /** Where it lies on the disk, or its bytes. */
  at: string | Buffer
  /** What the web server said, where it was fetched. */
  answer?: Answer | undefined
}

export async function fileOnDisk(path: string, at: string, answer?: Answer): Promise<DeliveredFile> {
  return { path, size: (await stat(at)).size, at, answer }
}

export const fileInMemory = (path: string, bytes: Buffer, answer?: Answer): DeliveredFile => ({
  path,
  size: bytes.length,
  at: bytes,
  answer,
})

/** The bytes in order, a piece at a time. */
export async function* piecesOf(file: DeliveredFile): AsyncGenerator<Buffer> {
  if (typeof file.at === 'string') yield* createReadStream(file.at, { highWaterMark: 1 << 18 })
  else if (file.at.length > 0) yield file.at
}

/** The first bytes, to tell the format by. */
export async function headOf(file: DeliveredFile, size = 65_536): Promise<Buffer> {
  if (typeof file.at !== 'string') return file.at.subarray(0, size)
  const handle = await open(file.at)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(Math.min(size, file.size)), 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** The first bytes as a file of their own, under the same name. */
export async function headFile(file: DeliveredFile, size: number): Promise<DeliveredFile> {
  return file.size <= size ? file : fileInMemory(file.path, await headOf(file, size), file.answer)
}

/** All bytes of a file that is known to be small. */
export async function bytesOf(file: DeliveredFile): Promise<Buffer> {
  if (typeof file.at !== 'string') return file.at
  const pieces: Buffer[] = []
  for await (const piece of piecesOf(file)) pieces.push(piece)
  return Buffer.concat(pieces)
}
