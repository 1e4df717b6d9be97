'use server'

import { AssignArticlesInput, assignArticles } from '#lib/articles/assign-articles.ts'
import { SetArticleStateInput, setArticleState } from '#lib/articles/set-article-state.ts'
import { AcceptSuggestedInput, acceptSuggested } from '#lib/tag/accept-suggested.ts'
import { AddTagInput, addTag } from '#lib/tag/add-tag.ts'
import { action } from '#lib/web/action.ts'

const runAccept = action(AcceptSuggestedInput, acceptSuggested)
const runAddTag = action(AddTagInput, addTag)
const runAssign = action(AssignArticlesInput, assignArticles)
const runSetState = action(SetArticleStateInput, setArticleState)

export async function acceptSuggestedAction(form: FormData): Promise<void> {
  await runAccept(form)
}

export async function addTagAction(form: FormData): Promise<void> {
  await runAddTag(form)
}

export async function assignAction(form: FormData): Promise<void> {
  await runAssign(form)
}

/** One form holds the chosen articles for several buttons: each button is an action of its own. */
const setState = async (form: FormData, state: 'new' | 'done' | 'archived') => {
  form.set('state', state)
  await runSetState(form)
}

export async function doneAction(form: FormData): Promise<void> {
  await setState(form, 'done')
}

export async function archiveAction(form: FormData): Promise<void> {
  await setState(form, 'archived')
}

export async function reopenAction(form: FormData): Promise<void> {
  await setState(form, 'new')
}
