/** Jobs name work, not data: each payload is ids. A handler may run twice, on two machines. */
export type Payloads = {
  /** Opens files of batches (one large one, or many small ones): splits them into documents, enqueues their reading. */
  'open-files': { fileIds: string[] }
  /** Reads, compares, tags and stores some hundred documents. */
  'read-documents': { documentIds: string[] }
  /** Marks the batch done when nothing of it waits any more. */
  'finish-batch': { batchId: string }
  /** Makes the centroids of stories again from the articles they have now. */
  'recentre-stories': { storyIds: string[] }
}
export type JobName = keyof Payloads
