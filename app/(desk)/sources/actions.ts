'use server'

import { AddFeedInput, addFeed } from '#lib/sources/add-feed.ts'
import { AddSourceInput, addSource } from '#lib/sources/add-source.ts'
import { EditSourceInput, editSource } from '#lib/sources/edit-source.ts'
import { pauseFeed, resumeFeed } from '#lib/sources/pause-feed.ts'
import { pollFeedNow } from '#lib/sources/poll-feed-now.ts'
import { FeedInput, removeFeed } from '#lib/sources/remove-feed.ts'
import { action } from '#lib/web/action.ts'

const runAdd = action(AddSourceInput, addSource)
const runEdit = action(EditSourceInput, editSource)
const runAddFeed = action(AddFeedInput, addFeed)
const runRemoveFeed = action(FeedInput, removeFeed)
const runPauseFeed = action(FeedInput, pauseFeed)
const runResumeFeed = action(FeedInput, resumeFeed)
const runPollFeed = action(FeedInput, pollFeedNow)

export async function addSourceAction(form: FormData): Promise<void> {
  await runAdd(form)
}
export async function editSourceAction(form: FormData): Promise<void> {
  await runEdit(form)
}
export async function addFeedAction(form: FormData): Promise<void> {
  await runAddFeed(form)
}
export async function removeFeedAction(form: FormData): Promise<void> {
  await runRemoveFeed(form)
}
export async function pauseFeedAction(form: FormData): Promise<void> {
  await runPauseFeed(form)
}
export async function resumeFeedAction(form: FormData): Promise<void> {
  await runResumeFeed(form)
}
export async function pollFeedAction(form: FormData): Promise<void> {
  await runPollFeed(form)
}
