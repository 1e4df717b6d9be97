import { type FileHandle, open, rm } from 'node:fs/promises'
import path from 'node:path'
import type { ChooseColumns } from '#lib/receive/columns.ts'
import { type DeliveredFile, fileInMemory, fileOnDisk } from '#lib/receive/delivered-file.ts'
import { type Item, ProblemError } from '#lib/receive/item.ts'
import type { Limits } from '#lib/receive/limits.ts'

/** What a delivery and the archives in it have cost so far. */
export type Spent = { unpacked: number; entries: number }

/** What an opener of files within a file is given. */
export type Surroundings = {
  limits: Limits
  spent: Spent
  /** Where large entries are unpacked, one at a time. */
  scratch: string
  /** Opens what is inside as a file of its own; `sameDepth` for a mere wrapping, which is no archive in an archive. */
  openEntry: (file: DeliveredFile, sameDepth?: boolean) => AsyncIterable<Item>
  /** What somebody said of tables and records by their names. */
  columns?: ChooseColumns | undefined
}

/** Entries up to here are unpacked in memory. */
export const SMALL = 4 << 20

/**
 * Takes the bytes of an entry whose size nobody states, small ones into memory and others into the scratch folder, and
 * opens them; stops as soon as they swell more than texts do.
 * @param packed bytes that the entry takes in its archive
 * @throws ProblemError `zip-bomb`, and whatever the stream throws
 */
export async function* openStream(
  stream: AsyncIterable<Uint8Array>,
  shown: string,
  packed: number,
  { limits, spent, scratch, openEntry }: Surroundings,
  sameDepth = false,
): AsyncGenerator<Item> {
  const most = Math.min(limits.unpacked - spent.unpacked, Math.max(SMALL, packed * limits.ratio))
  const at = path.join(scratch, `stream-${++spent.entries}`)
  const pieces: Uint8Array[] = []
  let size = 0
  let disk: FileHandle | undefined
  try {
    for await (const piece of stream) {
      size += piece.length
      if (size > most) throw new ProblemError({ key: 'zip-bomb', size })
      pieces.push(piece)
      if (size > SMALL) {
        disk ??= await open(at, 'w')
        await disk.writeFile(Buffer.concat(pieces.splice(0)))
      }
    }
    await disk?.close()
    spent.unpacked += size
    yield* openEntry(disk ? await fileOnDisk(shown, at) : fileInMemory(shown, Buffer.concat(pieces)), sameDepth)
  } finally {
    if (disk) await disk.close().then(() => rm(at, { force: true }))
  }
}
