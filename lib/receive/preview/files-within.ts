import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'
import { type DeliveredFile, headOf, piecesOf } from '#lib/receive/delivered-file.ts'
import { formatOf } from '#lib/receive/format-of.ts'
import { entryName, isLeftover, leadsOut, safeName } from '#lib/receive/formats/entry-name.ts'
import { tarEntries } from '#lib/receive/formats/tar.ts'
import { openArchive, zipEntries } from '#lib/receive/formats/zip.ts'
import { ProblemError } from '#lib/receive/item.ts'
import { HEAD } from '#lib/receive/preview/table-sample.ts'

/** Entries of an archive that are looked at, and bytes that are unpacked for it: a preview is a glance. */
const ENTRIES = 2000
const UNPACKED = 128 << 20
/** Of a packed tar: its entries lie one behind the other. */
const TAR = 32 << 20

/** Names of files that are no tables, whatever is in them: they need not be opened to be sure. */
const NO_TABLE =
  /\.(?:x?html?|mht|mhtml|eml|xml|rss|atom|opml|pdf|docx?|warc|png|jpe?g|gif|svg|webp|css|m?js|woff2?|mp[34])$/i

/** Whether a file of this name may be a table, or an archive that holds one. */
export const mayHoldTable = (name: string): boolean => !NO_TABLE.test(name)

/**
 * The files in a file that may be tables, each with its first bytes only: itself, or the entries of a zip, a tar, a
 * gzip. Archives in archives are left alone, and so is whatever cannot be unpacked: reading tells of it.
 * @param file may have less bytes than its size: then they are its first (a zip needs them all)
 */
export async function* filesWithin(file: DeliveredFile): AsyncGenerator<DeliveredFile> {
  const format = formatOf(file.path, await headOf(file))
  try {
    if (format === 'zip') yield* inZip(file)
    else if (format === 'tar') yield* inTar(file)
    else if (format === 'gzip') yield* inGzip(file)
    else yield file
  } catch (error) {
    // Broken from here on.
    if (!(error instanceof ProblemError)) throw error
  }
}

async function* inGzip(file: DeliveredFile): AsyncGenerator<DeliveredFile> {
  const name = file.path.replace(/\.tgz$/i, '.tar').replace(/\.gz$/i, '')
  const packed = Readable.from(piecesOf(file))
  const bytes = await firstBytes(packed.pipe(createGunzip()), name.endsWith('.tar') ? TAR : HEAD)
  packed.destroy()
  const inside = { path: name, size: bytes.isWhole ? bytes.head.length : Number.MAX_SAFE_INTEGER, at: bytes.head }
  if (formatOf(name, bytes.head) === 'tar') yield* inTar(inside)
  else yield inside
}

async function* inTar(file: DeliveredFile): AsyncGenerator<DeliveredFile> {
  let entries = 0
  for await (const { header, body } of tarEntries(file)) {
    if (++entries > ENTRIES) return
    if (header.type !== 'file' || !isWanted(header.name)) {
      await body.cancel()
      continue
    }
    // Not ended early: the next header stands behind the whole entry.
    const { head } = await firstBytes(body as unknown as AsyncIterable<Uint8Array>, HEAD, false)
    yield { path: `${file.path}/${safeName(header.name)}`, size: header.size, at: head }
  }
}

async function* inZip(file: DeliveredFile): AsyncGenerator<DeliveredFile> {
  const zip = await openArchive(file)
  let [entries, unpacked] = [0, 0]
  try {
    for await (const entry of zipEntries(zip)) {
      if (++entries > ENTRIES || unpacked > UNPACKED) return
      const name = entryName(entry)
      if (!isWanted(name) || entry.isEncrypted() || ![0, 8].includes(entry.compressionMethod)) continue
      const { head } = await firstBytes(readEntry(zip, entry), HEAD)
      unpacked += head.length
      yield { path: `${file.path}/${name}`, size: entry.uncompressedSize, at: head }
    }
  } finally {
    zip.close()
  }
}

/** Opened only when it is read, so that what is wrong with one entry is found there. */
async function* readEntry(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  yield* (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>
}

const isWanted = (name: string): boolean =>
  !name.endsWith('/') && !isLeftover(name) && !leadsOut(name) && mayHoldTable(name)

async function firstBytes(
  stream: AsyncIterable<Uint8Array>,
  most: number,
  endsEarly = true,
): Promise<{ head: Buffer; isWhole: boolean }> {
  const pieces: Uint8Array[] = []
  let size = 0
  try {
    for await (const piece of stream) {
      if (size < most) pieces.push(piece)
      size += piece.length
      if (size > most && endsEarly) break
    }
  } catch {
    // A stream that breaks off has shown its beginning.
    size = Number.MAX_SAFE_INTEGER
  }
  return { head: Buffer.concat(pieces).subarray(0, most), isWhole: size <= most }
}
