import { z } from 'zod'
import { rememberedColumns } from '#lib/columns/remembered-columns.ts'
import type { Db } from '#lib/db/context.ts'
import { Columns, fittingColumns, signatureOf } from '#lib/receive/columns.ts'
import type { SaidOfFile } from '#lib/receive/open-file.ts'

/** A file of a batch with what its sender said of it. */
export type FileWithWords = {
  mapping: unknown
  sourceId: string | null
  source: { nameAr: string | null; nameEn: string | null; nameFr: string | null; slug: string } | null
}

/** What `batch_file.mapping` holds: one for each kind of table that the file, or its delivery, has. */
export const FileMapping = z.array(Columns)

/**
 * What is to be known before files are opened: the columns that somebody chose for them, or else those that were
 * remembered for files with such names; and the source of what states none.
 */
export function saidOfFiles(db: Db): (file: FileWithWords) => SaidOfFile {
  const asked = new Map<string, Promise<Columns | undefined>>()
  return ({ mapping, sourceId, source }) => ({
    source: (source && (source.nameAr ?? source.nameEn ?? source.nameFr ?? source.slug)) ?? undefined,
    columns: async (names) => {
      const chosen = FileMapping.safeParse(mapping)
      if (chosen.success) return fittingColumns(chosen.data, names)
      const signature = signatureOf(names).toString('hex')
      const key = `${signature} ${sourceId}`
      const answer =
        asked.get(key) ?? rememberedColumns(db, [signature], names, sourceId).then((found) => found?.columns)
      asked.set(key, answer)
      return answer
    },
  })
}
