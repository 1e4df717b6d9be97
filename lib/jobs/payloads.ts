/** Jobs name work, not data: each payload is ids. A handler may run twice, on two machines. */
export type Payloads = {
  /** Opens files of batches (one large one, or many small ones): splits them into documents, enqueues their reading. */
  'open-files': { fileIds: string[] }
  /** Gets what is at an address that was pasted, as the file that stands for it. */
  'fetch-address': { fileId: string }
  /** Reads, compares, tags and stores some hundred documents. */
  'read-documents': { documentIds: string[] }
  /** Marks the batch done when nothing of it waits any more. */
  'finish-batch': { batchId: string }
  /** Makes the centroids of stories again from the articles they have now. */
  'recentre-stories': { storyIds: string[] }
  /** Looks again for the copies and the stories of articles whose text has changed. */
  'recompare-articles': { articleIds: string[] }
  /** Takes what an undone batch told of terms and stories out again; counts it in where the batch came back. */
  'recount-batch': { batchId: string }
  /** Each hour: links stories that have changed to earlier ones of their affair. */
  'link-affairs': object
  /** Each hour; at night it merges the stories that streaming split. */
  'remerge-stories': object
  /** Looks which feeds are due, once a minute. */
  'poll-due-feeds': object
  /** Learns again from every decision which topics to suggest. */
  learn: object
  /** Asks one feed for what is new. */
  'poll-feed': { feedId: string }
  /** Gets the page of a document that its feed gave only the beginning of. */
  'fetch-page': { documentId: string }
  /** Reads one page of articles again, writes what changes, and hands on the rest. */
  reread: {
    run: string
    userId: string | null
    scope: { batchId?: string | undefined; sourceId?: string | undefined; since?: string | undefined }
    /** The last article that was read; how many were. */
    after: string | null
    articles: number
  }
  /** Does to articles that have just arrived what rules say, or one rule that failed before. */
  'act-on-arrivals': { articleIds: string[]; ruleId?: string }
  /** Tells those who watch for them of articles that have just arrived. */
  'match-watches': { articleIds: string[] }
  /** Looks in articles for names that the entity list does not know; when nothing else is to be done. */
  'find-names': { articleIds: string[] }
  /** Sends what a watch has found, by mail and to its webhook. */
  'send-watch': { watchId: string }
  /** Does a command to the next articles of a run over all that match, and hands on the rest. */
  'run-bulk': { runId: string }
  /** Takes back what a run has changed, of reading again or over all that match. */
  'undo-run': { run: string; userId: string | null }
}
export type JobName = keyof Payloads
