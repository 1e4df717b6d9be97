'use server'

import { AddTopicInput, addTopic } from '#lib/tag/add-topic.ts'
import { EditTopicInput, editTopic } from '#lib/tag/edit-topic.ts'
import { MergeTopicsInput, mergeTopics } from '#lib/tag/merge-topics.ts'
import { RetireTopicInput, restoreTopic, retireTopic } from '#lib/tag/retire-topic.ts'
import { action } from '#lib/web/action.ts'

const runAdd = action(AddTopicInput, addTopic)
const runEdit = action(EditTopicInput, editTopic)
const runMerge = action(MergeTopicsInput, mergeTopics)
const runRetire = action(RetireTopicInput, retireTopic)
const runRestore = action(RetireTopicInput, restoreTopic)

export async function addTopicAction(form: FormData): Promise<void> {
  await runAdd(form)
}
export async function editTopicAction(form: FormData): Promise<void> {
  await runEdit(form)
}
export async function mergeTopicsAction(form: FormData): Promise<void> {
  await runMerge(form)
}
export async function retireTopicAction(form: FormData): Promise<void> {
  await runRetire(form)
}
export async function restoreTopicAction(form: FormData): Promise<void> {
  await runRestore(form)
}
