'use server'

import { RetireLabelInput, retireLabel } from '#lib/annotate/retire-label.ts'
import { SaveLabelInput, saveLabel } from '#lib/annotate/save-label.ts'
import { action } from '#lib/web/action.ts'

const runSave = action(SaveLabelInput, saveLabel)
const runRetire = action(RetireLabelInput, retireLabel)

export async function saveLabelAction(form: FormData): Promise<void> {
  await runSave(form)
}
export async function retireLabelAction(form: FormData): Promise<void> {
  await runRetire(form)
}
