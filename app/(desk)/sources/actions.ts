'use server'

import { AddSourceInput, addSource } from '#lib/sources/add-source.ts'
import { EditSourceInput, editSource } from '#lib/sources/edit-source.ts'
import { action } from '#lib/web/action.ts'

const runAdd = action(AddSourceInput, addSource)
const runEdit = action(EditSourceInput, editSource)

export async function addSourceAction(form: FormData): Promise<void> {
  await runAdd(form)
}
export async function editSourceAction(form: FormData): Promise<void> {
  await runEdit(form)
}
