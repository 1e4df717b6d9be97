/** Jobs name work, not data: each payload is ids. A handler may run twice, on two machines. */
export type Payloads = {
  /** Opens a file of a batch: splits it into documents, and enqueues their reading. */
  'open-file': { fileId: string }
  /** Reads, compares, tags and stores some hundred documents. */
  'read-documents': { documentIds: string[] }
  /** Marks the batch done when nothing of it waits any more. */
  'finish-batch': { batchId: string }
}
export type JobName = keyof Payloads
