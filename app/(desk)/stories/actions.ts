'use server'

import { LockStoryInput, lockStory } from '#lib/stories/lock-story.ts'
import { MergeStoriesInput, mergeStories } from '#lib/stories/merge-stories.ts'
import { RenameStoryInput, renameStory } from '#lib/stories/rename-story.ts'
import { SplitStoryInput, splitStory } from '#lib/stories/split-story.ts'
import { action } from '#lib/web/action.ts'

const runMerge = action(MergeStoriesInput, mergeStories)
const runSplit = action(SplitStoryInput, splitStory)
const runRename = action(RenameStoryInput, renameStory)
const runLock = action(LockStoryInput, lockStory)

export async function mergeStoriesAction(form: FormData): Promise<void> {
  await runMerge(form)
}
export async function splitStoryAction(form: FormData): Promise<void> {
  await runSplit(form)
}
export async function renameStoryAction(form: FormData): Promise<void> {
  await runRename(form)
}
export async function lockStoryAction(form: FormData): Promise<void> {
  await runLock(form)
}
