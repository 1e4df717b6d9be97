/** Known failures. Each has a sentence in both languages under `errors.<key>` (lib/i18n). */
export const ERROR_KEYS = [
  'notFound',
  'forbidden',
  'signedOut',
  'invalid',
  'conflict',
  'tooMany',
  'tooLarge',
  'nothingToUndo',
  'lastAdmin',
  'emailTaken',
  'feedTaken',
  'topicExists',
  'linkExpired',
  'weakPassword',
  'wrongPassword',
  'batchBusy',
  'storyLocked',
  'internal',
] as const
export type ErrorKey = (typeof ERROR_KEYS)[number]

/** What stands in the way: its place on the desk, and its names. */
export type InTheWay = { path: string; names: { ar: string | null; en: string | null } }
type Details = Record<string, unknown> & { at?: InTheWay }

/** A failure somebody can do something about. Its message is for logs; people read the sentence of its key. */
export class AppError extends Error {
  readonly key: ErrorKey
  readonly details: Details

  constructor(key: ErrorKey, details: Details = {}) {
    super(`${key} ${JSON.stringify(details)}`)
    this.name = 'AppError'
    this.key = key
    this.details = details
  }
}
