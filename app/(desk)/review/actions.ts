'use server'

import { DecideReviewInput, decideReview } from '#lib/stories/decide-review.ts'
import { UndoInput, undo } from '#lib/undo.ts'
import { type ActionResult, action } from '#lib/web/action.ts'

const runDecide = action(DecideReviewInput, decideReview)
const runUndo = action(UndoInput, undo)

/** Tells the list whether it went well: what was refused is shown again. */
export async function decideReviewAction(form: FormData): Promise<ActionResult> {
  return runDecide(form)
}
export async function undoReviewAction(eventId: string): Promise<ActionResult> {
  return runUndo({ eventId })
}
