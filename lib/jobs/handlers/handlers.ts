import type { Context } from '#lib/db/context.ts'
import { finishBatch } from '#lib/jobs/handlers/finish-batch.ts'
import { openFiles } from '#lib/jobs/handlers/open-files.ts'
import { readDocuments } from '#lib/jobs/handlers/read-documents.ts'
import { recentreStories } from '#lib/jobs/handlers/recentre-stories.ts'
import { reread } from '#lib/jobs/handlers/reread.ts'
import { undoReread } from '#lib/jobs/handlers/undo-reread.ts'
import type { Payloads } from '#lib/jobs/payloads.ts'

/** What runs for each job. Assume that it runs twice, and on two machines. */
export type Handlers = { [K in keyof Payloads]: (ctx: Context, payload: Payloads[K]) => Promise<void> }

export const HANDLERS: Handlers = {
  'open-files': openFiles,
  'read-documents': readDocuments,
  'finish-batch': finishBatch,
  'recentre-stories': recentreStories,
  reread,
  'undo-reread': undoReread,
}
