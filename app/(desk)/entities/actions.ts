'use server'

import { AddEntityInput, addEntity } from '#lib/tag/add-entity.ts'
import { EditEntityInput, editEntity } from '#lib/tag/edit-entity.ts'
import { RetireEntityInput, restoreEntity, retireEntity } from '#lib/tag/retire-entity.ts'
import { action } from '#lib/web/action.ts'

const runAdd = action(AddEntityInput, addEntity)
const runEdit = action(EditEntityInput, editEntity)
const runRetire = action(RetireEntityInput, retireEntity)
const runRestore = action(RetireEntityInput, restoreEntity)

export async function addEntityAction(form: FormData): Promise<void> {
  await runAdd(form)
}
export async function editEntityAction(form: FormData): Promise<void> {
  await runEdit(form)
}
export async function retireEntityAction(form: FormData): Promise<void> {
  await runRetire(form)
}
export async function restoreEntityAction(form: FormData): Promise<void> {
  await runRestore(form)
}
