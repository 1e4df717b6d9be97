import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { createBatch } from '#lib/batches/create-batch.ts'
import { storeFile } from '#lib/batches/store-file.ts'
import { UsageError } from '#lib/cli/command.ts'
import { columnsOfPaths } from '#lib/cli/import/columns-of-paths.ts'
import { type ImportReport, type ReadingOptions, readAndReport } from '#lib/cli/import/read-and-report.ts'
import { showProgress } from '#lib/cli/import/show-progress.ts'
import { withContext } from '#lib/cli/with-context.ts'
import { readWithColumns } from '#lib/columns/read-with-columns.ts'
import type { Context } from '#lib/db/context.ts'
import type { Columns } from '#lib/receive/columns.ts'

type Options = ReadingOptions & {
  name?: string
  /** Columns of tables, over what their names say. */
  columns: Columns
  /** Name of whose articles these are, where they do not say. */
  source?: string
}

/** Puts files and folders of this machine into a batch and, unless told not to wait, reads it here. */
export async function importPaths(paths: string[], options: Options): Promise<ImportReport> {
  const files = await filesIn(paths)
  const isSaid = Object.keys(options.columns).length > 0
  const columns = isSaid ? await columnsOfPaths(files, options.columns) : []
  return withContext(async (ctx) => {
    const started = performance.now()
    const sourceId = options.source === undefined ? null : await sourceCalled(ctx, options.source)
    const name = (options.name ?? path.basename(path.resolve(paths[0] ?? ''))).slice(0, 200)
    const { batchId } = await createBatch(ctx, { name, origin: 'cli' })
    for (const [at, file] of files.entries()) {
      await storeFile(ctx, { batchId, path: file.shown }, createReadStream(file.at, { highWaterMark: 1 << 20 }))
      showProgress(`${at + 1} of ${files.length} files handed over`)
    }
    await readWithColumns(ctx, {
      batchId,
      sourceId,
      remember: false,
      tables: columns.map((one) => ({ signatures: [], known: {}, isRemembered: false, columns: one })),
    })
    return readAndReport(ctx, batchId, options, started)
  })
}

async function sourceCalled({ db }: Context, name: string): Promise<string> {
  const source = await db.source.findFirst({
    where: { OR: [{ slug: name }, { nameAr: name }, { nameEn: name }, { nameFr: name }, { domains: { has: name } }] },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  if (!source) throw new UsageError(`there is no source "${name}": give its name or its domain as the desk has it`)
  return source.id
}

/** Files as named, folders recursively in order, hidden files left out; shown as they lie under what was named. */
async function filesIn(paths: string[]): Promise<{ at: string; shown: string }[]> {
  const files: { at: string; shown: string }[] = []
  for (const given of paths) {
    const info = await stat(given).catch(() => {
      throw new UsageError(`${given} can't be read`)
    })
    const root = path.resolve(given)
    if (!info.isDirectory()) {
      files.push({ at: root, shown: path.basename(root) })
      continue
    }
    const entries = await readdir(root, { recursive: true, withFileTypes: true })
    const inside = entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .filter(
        (at) =>
          !path
            .relative(root, at)
            .split(path.sep)
            .some((part) => part.startsWith('.')),
      )
      .sort()
    files.push(...inside.map((at) => ({ at, shown: path.join(path.basename(root), path.relative(root, at)) })))
  }
  if (files.length === 0) throw new UsageError('there is no file there')
  return files
}
