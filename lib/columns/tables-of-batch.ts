import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { storedHead } from '#lib/columns/stored-head.ts'
import type { Db } from '#lib/db/context.ts'
import { filesWithin, mayHoldTable } from '#lib/receive/preview/files-within.ts'
import { type TableSample, tableSample } from '#lib/receive/preview/table-sample.ts'

/** Files of a delivery that are looked into: more are of the kinds that were seen. */
const FILES = 300
const NAMES = 10_000

/** The tables in the files of a batch, or in one of them, each by its beginning. */
export async function* tablesOfBatch(
  db: Db,
  { batchId, fileId }: { batchId: string; fileId?: string | undefined },
): AsyncGenerator<TableSample> {
  const files = await db.batchFile.findMany({
    where: { batchId, state: { not: 'arriving' }, ...(fileId ? { id: fileId } : {}) },
    select: { id: true, path: true, size: true },
    orderBy: [{ path: 'asc' }, { id: 'asc' }],
    take: NAMES,
  })
  const scratch = await mkdtemp(path.join(os.tmpdir(), 'mirqab-preview-'))
  try {
    for (const file of files.filter((one) => one.size > 0n && mayHoldTable(one.path)).slice(0, FILES)) {
      const head = await storedHead(db, file, scratch)
      if (!head) continue
      for await (const inside of filesWithin(head)) {
        const table = await tableSample(inside)
        if (table) yield table
      }
      if (typeof head.at === 'string') await rm(head.at)
    }
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}
