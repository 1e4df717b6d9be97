'use server'

import { z } from 'zod'
import { CreateAnnotationInput, createAnnotation } from '#lib/annotate/create-annotation.ts'
import { DeleteAnnotationInput, deleteAnnotation } from '#lib/annotate/delete-annotation.ts'
import { ImportFileInput, importFile } from '#lib/annotate/import-annotations.ts'
import { ReplyToAnnotationInput, replyToAnnotation } from '#lib/annotate/reply-to-annotation.ts'
import { ResolveAnnotationInput, resolveAnnotation } from '#lib/annotate/resolve-annotation.ts'
import { AssignArticlesInput, assignArticles } from '#lib/articles/assign-articles.ts'
import { DismissFlagInput, dismissFlag } from '#lib/articles/dismiss-flag.ts'
import { SetArticleStateInput, setArticleState } from '#lib/articles/set-article-state.ts'
import { SetDueTimeInput, setDueTime } from '#lib/articles/set-due-time.ts'
import { EditFieldInput, editField } from '#lib/correct/edit-field.ts'
import { EditTextInput, editText } from '#lib/correct/edit-text.ts'
import type { Context } from '#lib/db/context.ts'
import { MarkNotSameTextInput, markNotSameText } from '#lib/stories/mark-not-same-text.ts'
import { MarkSameTextInput, markSameText } from '#lib/stories/mark-same-text.ts'
import { MoveToStoryInput, moveToStory } from '#lib/stories/move-to-story.ts'
import { SetPrimaryInput, setPrimary } from '#lib/stories/set-primary.ts'
import { AcceptSuggestedInput, acceptSuggested } from '#lib/tag/accept-suggested.ts'
import { DecideTagsInput, decideTags } from '#lib/tag/decide-tags.ts'
import { type ActionResult, action } from '#lib/web/action.ts'
import { safePath } from '#lib/web/safe-path.ts'

/** Forms that put the choice themselves where somebody else was quicker (components/article/edit-form.tsx). */
const asking = { asksItself: true }
const runEditField = action(EditFieldInput, editField)
const askEditField = action(EditFieldInput, editField, asking)
/** Corrected beside the desk's list, the editor stays there. */
const EditTextHere = EditTextInput.extend({ back: z.string().optional() })
async function editTextHere(ctx: Context, { back, ...input }: z.output<typeof EditTextHere>) {
  const outcome = await editText(ctx, input)
  return back === undefined ? outcome : { ...outcome, redirectTo: safePath(back) }
}
const runEditText = action(EditTextHere, editTextHere)
const askEditText = action(EditTextHere, editTextHere, asking)
const runDismissFlag = action(DismissFlagInput, dismissFlag)
const askSetState = action(SetArticleStateInput, setArticleState, asking)
const askSetDueTime = action(SetDueTimeInput, setDueTime, asking)
const askAssign = action(AssignArticlesInput, assignArticles, asking)
const runDecideTags = action(DecideTagsInput, decideTags)
const runAcceptSuggested = action(AcceptSuggestedInput, acceptSuggested)
const runMarkSame = action(MarkSameTextInput, markSameText)
const runMarkNotSame = action(MarkNotSameTextInput, markNotSameText)
const runSetPrimary = action(SetPrimaryInput, setPrimary)
const runMoveToStory = action(MoveToStoryInput, moveToStory)
const runCreateNote = action(CreateAnnotationInput, createAnnotation)
const runImportNotes = action(ImportFileInput, importFile)
const runReply = action(ReplyToAnnotationInput, replyToAnnotation)
const runResolve = action(ResolveAnnotationInput, resolveAnnotation)
const runDelete = action(DeleteAnnotationInput, deleteAnnotation)

export async function editFieldAction(form: FormData): Promise<void> {
  await runEditField(form)
}
export async function editFieldAsking(form: FormData): Promise<ActionResult> {
  return askEditField(form)
}
export async function editTextAsking(form: FormData): Promise<ActionResult> {
  return askEditText(form)
}
export async function editTextAction(form: FormData): Promise<void> {
  await runEditText(form)
}
export async function dismissFlagAction(form: FormData): Promise<void> {
  await runDismissFlag(form)
}
export async function setStateAsking(form: FormData): Promise<ActionResult> {
  return askSetState(form)
}
export async function setDueTimeAsking(form: FormData): Promise<ActionResult> {
  return askSetDueTime(form)
}
export async function assignAsking(form: FormData): Promise<ActionResult> {
  return askAssign(form)
}
export async function decideTagsAction(form: FormData): Promise<void> {
  await runDecideTags(form)
}
export async function acceptSuggestedAction(form: FormData): Promise<void> {
  await runAcceptSuggested(form)
}
/** The other article is pasted as its address or its identifier. */
export async function markSameAction(form: FormData): Promise<void> {
  const other = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.exec(String(form.get('other')))?.[0] ?? ''
  const reason = String(form.get('reason') ?? '')
  await runMarkSame({ articleIds: [String(form.get('articleId')), other.toLowerCase()], reason })
}
export async function markNotSameAction(form: FormData): Promise<void> {
  await runMarkNotSame(form)
}
export async function setPrimaryAction(form: FormData): Promise<void> {
  await runSetPrimary(form)
}
export async function moveToStoryAction(form: FormData): Promise<void> {
  await runMoveToStory(form)
}
/** Tells the bar over the selection whether to close: what was typed is kept where the server refuses. */
export async function createNoteAction(form: FormData): Promise<ActionResult> {
  return runCreateNote(form)
}
export async function replyAction(form: FormData): Promise<void> {
  await runReply(form)
}
export async function resolveAction(form: FormData): Promise<void> {
  await runResolve(form)
}
export async function deleteNoteAction(form: FormData): Promise<void> {
  await runDelete(form)
}
export async function importNotesAction(form: FormData): Promise<void> {
  await runImportNotes(form)
}
