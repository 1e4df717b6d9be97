'use server'

import { UndoInput, undo } from '#lib/undo.ts'
import { action } from '#lib/web/action.ts'

const run = action(UndoInput, undo)

export async function undoAction(form: FormData): Promise<void> {
  await run(form)
}
