'use server'

import { StartBulkRunInput, startBulkRun } from '#lib/bulk/start-bulk-run.ts'
import { RULE } from '#lib/rules/rule-standing.ts'
import { SaveRuleInput, saveRule } from '#lib/rules/save-rule.ts'
import { StandingInput } from '#lib/rules/standing.ts'
import { action } from '#lib/web/action.ts'

const runSave = action(SaveRuleInput, saveRule)
const runApply = action(StartBulkRunInput, startBulkRun)
const runPause = action(StandingInput, RULE.pause)
const runResume = action(StandingInput, RULE.resume)
const runRemove = action(StandingInput, RULE.remove)

export async function saveRuleAction(form: FormData): Promise<void> {
  await runSave(form)
}
export async function applyRuleAction(form: FormData): Promise<void> {
  form.set('command', 'apply-rule')
  await runApply(form)
}
export async function pauseRuleAction(form: FormData): Promise<void> {
  await runPause(form)
}
export async function resumeRuleAction(form: FormData): Promise<void> {
  await runResume(form)
}
export async function removeRuleAction(form: FormData): Promise<void> {
  await runRemove(form)
}
