'use server'

import { BulkRunInput, stopBulkRun } from '#lib/bulk/stop-bulk-run.ts'
import { action } from '#lib/web/action.ts'

const runStop = action(BulkRunInput, stopBulkRun)

export async function stopBulkRunAction(form: FormData): Promise<void> {
  await runStop(form)
}
