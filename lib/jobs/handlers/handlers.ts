import type { Context } from '#lib/db/context.ts'
import { actOnArrivals } from '#lib/jobs/handlers/act-on-arrivals.ts'
import { fetchAddress } from '#lib/jobs/handlers/fetch-address.ts'
import { fetchPage } from '#lib/jobs/handlers/fetch-page.ts'
import { findNames } from '#lib/jobs/handlers/find-names.ts'
import { finishBatch } from '#lib/jobs/handlers/finish-batch.ts'
import { learn } from '#lib/jobs/handlers/learn.ts'
import { linkAffairs } from '#lib/jobs/handlers/link-affairs.ts'
import { matchWatchesOf } from '#lib/jobs/handlers/match-watches.ts'
import { openFiles } from '#lib/jobs/handlers/open-files.ts'
import { politely } from '#lib/jobs/handlers/politely.ts'
import { pollDueFeeds } from '#lib/jobs/handlers/poll-due-feeds.ts'
import { pollFeed } from '#lib/jobs/handlers/poll-feed.ts'
import { readDocuments } from '#lib/jobs/handlers/read-documents.ts'
import { recentreStories } from '#lib/jobs/handlers/recentre-stories.ts'
import { recompareArticles } from '#lib/jobs/handlers/recompare-articles.ts'
import { recountBatch } from '#lib/jobs/handlers/recount-batch.ts'
import { remergeStories } from '#lib/jobs/handlers/remerge-stories.ts'
import { reread } from '#lib/jobs/handlers/reread.ts'
import { runBulk } from '#lib/jobs/handlers/run-bulk.ts'
import { sendWatchOf } from '#lib/jobs/handlers/send-watch.ts'
import { undoRunOf } from '#lib/jobs/handlers/undo-run.ts'
import type { Payloads } from '#lib/jobs/payloads.ts'

/** What runs for each job. Assume that it runs twice, and on two machines. */
export type Handlers = { [K in keyof Payloads]: (ctx: Context, payload: Payloads[K]) => Promise<void> }

export const HANDLERS: Handlers = {
  'poll-due-feeds': pollDueFeeds,
  'poll-feed': politely(pollFeed),
  'fetch-page': politely(fetchPage),
  'open-files': openFiles,
  'fetch-address': fetchAddress,
  'read-documents': readDocuments,
  'finish-batch': finishBatch,
  'act-on-arrivals': actOnArrivals,
  'match-watches': matchWatchesOf,
  'find-names': findNames,
  'recentre-stories': recentreStories,
  'link-affairs': linkAffairs,
  'recompare-articles': recompareArticles,
  'recount-batch': recountBatch,
  'remerge-stories': remergeStories,
  learn,
  reread,
  'run-bulk': runBulk,
  'send-watch': sendWatchOf,
  'undo-run': undoRunOf,
}
