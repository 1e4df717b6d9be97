'use server'

import { AddEntityInput, addEntity } from '#lib/tag/add-entity.ts'
import { EditEntityInput, editEntity } from '#lib/tag/edit-entity.ts'
import { MergeEntitiesInput, mergeEntities } from '#lib/tag/merge-entities.ts'
import { RemoveRelationInput, removeRelation } from '#lib/tag/remove-relation.ts'
import { RetireEntityInput, restoreEntity, retireEntity } from '#lib/tag/retire-entity.ts'
import { SetRelationInput, setRelation } from '#lib/tag/set-relation.ts'
import { action } from '#lib/web/action.ts'

const runAdd = action(AddEntityInput, addEntity)
const runEdit = action(EditEntityInput, editEntity)
const runRetire = action(RetireEntityInput, retireEntity)
const runRestore = action(RetireEntityInput, restoreEntity)
const runMerge = action(MergeEntitiesInput, mergeEntities)
const runSetRelation = action(SetRelationInput, setRelation)
const runRemoveRelation = action(RemoveRelationInput, removeRelation)

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
export async function mergeEntitiesAction(form: FormData): Promise<void> {
  await runMerge(form)
}
export async function setRelationAction(form: FormData): Promise<void> {
  await runSetRelation(form)
}
export async function removeRelationAction(form: FormData): Promise<void> {
  await runRemoveRelation(form)
}
