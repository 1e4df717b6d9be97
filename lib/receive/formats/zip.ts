import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl'
import { type DeliveredFile, fileInMemory, fileOnDisk } from '#lib/receive/delivered-file.ts'
import { entryName, isLeftover, leadsOut } from '#lib/receive/formats/entry-name.ts'
import { SMALL, type Spent, type Surroundings } from '#lib/receive/formats/surroundings.ts'
import { type Item, type Problem, ProblemError } from '#lib/receive/item.ts'
import type { Limits } from '#lib/receive/limits.ts'

/** A zip: each entry is opened as a file of its own. What is wrong with one entry is that entry's problem. */
export async function* openZip(file: DeliveredFile, around: Surroundings): AsyncGenerator<Item> {
  const { limits, spent } = around
  const zip = await openArchive(file)
  const names = new Map<string, number>()
  let packed = 0
  try {
    for await (const entry of zipEntries(zip)) {
      const name = entryName(entry)
      if (name.endsWith('/') || isLeftover(name)) continue
      // Two entries of one name are two documents.
      const seen = names.get(name) ?? 0
      names.set(name, seen + 1)
      const shown = `${file.path}/${name}${seen > 0 ? ` (${seen + 1})` : ''}`
      if (++spent.entries > limits.entries) {
        yield { path: file.path, index: 0, problem: { key: 'zip-entries', limit: limits.entries } }
        return
      }
      packed += entry.compressedSize
      const problem = refusal(entry, name, limits, spent) ?? (packed > file.size ? overlap(entry) : null)
      if (problem) {
        yield { path: shown, index: 0, problem }
        continue
      }
      yield* unpack(zip, entry, shown, around)
    }
  } finally {
    zip.close()
  }
}

/** Entries that share their bytes weigh more than the file they are in: the trick of the largest bombs. */
const overlap = (entry: Entry): Problem => ({ key: 'zip-bomb', size: entry.uncompressedSize })

function refusal(entry: Entry, name: string, limits: Limits, spent: Spent): Problem | null {
  if (leadsOut(name)) return { key: 'zip-path', name: name.slice(0, 200) }
  if (entry.isEncrypted()) return { key: 'zip-encrypted' }
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
    return { key: 'zip-method', method: entry.compressionMethod }
  const size = entry.uncompressedSize
  if (spent.unpacked + size > limits.unpacked) return { key: 'zip-bomb', size }
  if (size > SMALL && size > entry.compressedSize * limits.ratio) return { key: 'zip-bomb', size }
  return null
}

async function* unpack(zip: ZipFile, entry: Entry, shown: string, around: Surroundings): AsyncGenerator<Item> {
  const large = entry.uncompressedSize > SMALL
  const at = path.join(around.scratch, `entry-${around.spent.entries}`)
  try {
    let inside: DeliveredFile
    try {
      const stream = await zip.openReadStreamPromise(entry)
      if (large) await pipeline(stream, createWriteStream(at))
      inside = large ? await fileOnDisk(shown, at) : fileInMemory(shown, await gather(stream))
    } catch (error) {
      // A full disk is our trouble, not the entry's.
      if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw error
      yield { path: shown, index: 0, problem: { key: 'zip-broken' } }
      return
    }
    around.spent.unpacked += inside.size
    yield* around.openEntry(inside)
  } finally {
    if (large) await rm(at, { force: true })
  }
}

async function gather(stream: Readable): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of stream) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

const OPTIONS = { lazyEntries: true, autoClose: false, decodeStrings: false } as const

/** @throws ProblemError zip-broken */
export async function openArchive(file: DeliveredFile): Promise<ZipFile> {
  try {
    return await (typeof file.at === 'string' ? openPromise(file.at, OPTIONS) : fromBufferPromise(file.at, OPTIONS))
  } catch {
    throw new ProblemError({ key: 'zip-broken' })
  }
}

/** The entries in order, nothing of them unpacked. @throws ProblemError zip-broken */
export async function* zipEntries(zip: ZipFile): AsyncGenerator<Entry> {
  try {
    yield* zip.eachEntry()
  } catch (error) {
    if (error instanceof ProblemError) throw error
    throw new ProblemError({ key: 'zip-broken' })
  }
}
