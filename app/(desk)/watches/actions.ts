'use server'

import { StandingInput } from '#lib/rules/standing.ts'
import { replaceSecrets } from '#lib/watches/replace-secrets.ts'
import { SaveWatchInput, saveWatch } from '#lib/watches/save-watch.ts'
import { testWatch } from '#lib/watches/test-watch.ts'
import { WATCH } from '#lib/watches/watch-standing.ts'
import { action } from '#lib/web/action.ts'

const runSave = action(SaveWatchInput, saveWatch)
const runPause = action(StandingInput, WATCH.pause)
const runResume = action(StandingInput, WATCH.resume)
const runRemove = action(StandingInput, WATCH.remove)
const runReplace = action(StandingInput, replaceSecrets)
const runTest = action(StandingInput, testWatch)

export async function saveWatchAction(form: FormData): Promise<void> {
  await runSave(form)
}
export async function pauseWatchAction(form: FormData): Promise<void> {
  await runPause(form)
}
export async function resumeWatchAction(form: FormData): Promise<void> {
  await runResume(form)
}
export async function removeWatchAction(form: FormData): Promise<void> {
  await runRemove(form)
}
export async function replaceSecretsAction(form: FormData): Promise<void> {
  await runReplace(form)
}
export async function testWatchAction(form: FormData): Promise<void> {
  await runTest(form)
}
