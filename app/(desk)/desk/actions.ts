'use server'

import { AssignArticlesInput, assignArticles } from '#lib/articles/assign-articles.ts'
import { SetArticleStateInput, setArticleState } from '#lib/articles/set-article-state.ts'
import type { BulkCommandName } from '#lib/bulk/bulk-command.ts'
import { StartBulkRunInput, startBulkRun } from '#lib/bulk/start-bulk-run.ts'
import { AcceptSuggestedInput, acceptSuggested } from '#lib/tag/accept-suggested.ts'
import { AddTagInput, addTag } from '#lib/tag/add-tag.ts'
import { action } from '#lib/web/action.ts'

const runAccept = action(AcceptSuggestedInput, acceptSuggested)
const runAddTag = action(AddTagInput, addTag)
const runAssign = action(AssignArticlesInput, assignArticles)
const runSetState = action(SetArticleStateInput, setArticleState)
const runForAll = action(StartBulkRunInput, startBulkRun)

/** What was chosen, or where the bar's box says so all that match: the same command, as a job. */
async function run(form: FormData, command: BulkCommandName, forChosen: (form: FormData) => Promise<unknown>) {
  form.set('command', command)
  await (form.get('matching') ? runForAll : forChosen)(form)
}

export async function acceptSuggestedAction(form: FormData): Promise<void> {
  await run(form, 'accept', runAccept)
}

export async function addTagAction(form: FormData): Promise<void> {
  await run(form, 'add-tag', runAddTag)
}

export async function assignAction(form: FormData): Promise<void> {
  await run(form, 'assign', runAssign)
}

/** One form holds the chosen articles for several buttons: each button is an action of its own. */
const setState = async (form: FormData, state: 'new' | 'done' | 'archived') => {
  form.set('state', state)
  await run(form, 'set-state', runSetState)
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
