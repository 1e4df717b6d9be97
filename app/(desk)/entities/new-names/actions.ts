'use server'

import { AddNameAsEntityInput, addNameAsEntity } from '#lib/tag/new-names/add-name-as-entity.ts'
import { IgnoreNameInput, ignoreName } from '#lib/tag/new-names/ignore-name.ts'
import { MergeNameInput, mergeName } from '#lib/tag/new-names/merge-name.ts'
import { UndoInput, undo } from '#lib/undo.ts'
import { type ActionResult, action } from '#lib/web/action.ts'

const runAdd = action(AddNameAsEntityInput, addNameAsEntity)
const runAddAndOpen = action(AddNameAsEntityInput, async (ctx, input) => {
  const { eventId, entityId } = await addNameAsEntity(ctx, input)
  return { eventId, redirectTo: `/entities/${encodeURIComponent(entityId)}` }
})
const runMerge = action(MergeNameInput, mergeName)
const runIgnore = action(IgnoreNameInput, ignoreName)
const runUndo = action(UndoInput, undo)

/** What the pressed button says: whom it is, or what else to do with it. Tells the list whether it went well. */
export async function decideNameAction(form: FormData): Promise<ActionResult> {
  if (form.has('entityId')) return runMerge(form)
  if (form.get('answer') === 'ignore') return runIgnore(form)
  return form.get('answer') === 'open' ? runAddAndOpen(form) : runAdd(form)
}
export async function undoNameAction(eventId: string): Promise<ActionResult> {
  return runUndo({ eventId })
}
