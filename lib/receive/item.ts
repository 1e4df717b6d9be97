import type { Stated } from '#lib/core/stated.ts'

/** Why an item or a file cannot be taken. Each has a sentence under `batches.problems` (lib/i18n/messages/batch-problems.ts). */
export const PROBLEM_KEYS = [
  'empty',
  'binary',
  'too-large',
  'unknown-format',
  'csv-quotes',
  'csv-columns',
  'no-text',
  'json-syntax',
  'json-deep',
  'json-record',
  'feed-syntax',
  'feed-empty',
  'feed-none',
  'feed-gone',
  'page-moved',
  'opml',
  'opml-none',
  'xml-syntax',
  'xml-deep',
  'agency-empty',
  'mail-broken',
  'mail-empty',
  'docx-broken',
  'pdf-broken',
  'pdf-encrypted',
  'pdf-pictures',
  'pdf-long',
  'pdf-letters',
  'warc-broken',
  'warc-empty',
  'tar-entry',
  'zip-broken',
  'zip-bomb',
  'zip-encrypted',
  'zip-path',
  'zip-nested',
  'zip-method',
  'zip-entries',
  'too-many',
  'fetch-address',
  'fetch-credentials',
  'fetch-private',
  'fetch-dns',
  'fetch-refused',
  'fetch-tls',
  'fetch-timeout',
  'fetch-slow',
  'fetch-broken',
  'fetch-encoding',
  'fetch-too-large',
  'fetch-redirects',
  'fetch-status',
] as const
export type ProblemKey = (typeof PROBLEM_KEYS)[number]

/** The reason and its figures: a line, a size in bytes, what was found. */
export type Problem = { key: ProblemKey } & { [figure: string]: string | number }

/** Where an item stands in its delivery: `monday.zip/page-3.html`, its number in that file, the line it begins on. */
type Place = { path: string; index: number; line?: number }

/** One document as it arrived: its own bytes (a page, a csv row, a json record, a feed item) and what is stated beside. */
export type ReceivedDocument = Place & {
  mediaType: 'text/plain' | 'text/html'
  charset?: string
  bytes: Uint8Array
  stated?: Stated
}

/** What stands in the place of a document that cannot be taken; the rest of the delivery goes on. */
export type UnreadableItem = Place & { problem: Problem }

export type Item = ReceivedDocument | UnreadableItem

/** Ends the opening of one file; the delivery goes on. */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(`${problem.key} ${JSON.stringify(problem)}`)
    this.name = 'ProblemError'
    this.problem = problem
  }
}
