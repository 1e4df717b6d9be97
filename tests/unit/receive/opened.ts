import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileInMemory, fileOnDisk } from '#lib/receive/delivered-file.ts'
import type { Item } from '#lib/receive/item.ts'
import type { Limits } from '#lib/receive/limits.ts'
import { openFile } from '#lib/receive/open-file.ts'

/** All items of a file: one in memory, or one on the disk where `bytes` is a path. */
export async function opened(
  name: string,
  bytes: Buffer | string | { path: string },
  limits?: Limits,
): Promise<Item[]> {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'mirqab-test-'))
  try {
    const isPath = typeof bytes === 'object' && 'path' in bytes
    const file = isPath ? await fileOnDisk(name, bytes.path) : fileInMemory(name, Buffer.from(bytes as Buffer))
    const items: Item[] = []
    for await (const item of openFile(file, scratch, limits)) items.push(item)
    return items
  } finally {
    rmSync(scratch, { recursive: true })
  }
}

/** What the items are, in a word each: a title, or the key of a problem. */
export const outline = (items: Item[]): string[] =>
  items.map((item) =>
    'problem' in item ? `${item.path}: ${item.problem.key}` : `${item.path}: ${item.stated?.title ?? item.mediaType}`,
  )
