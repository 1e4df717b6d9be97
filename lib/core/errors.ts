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
  'sendingFailed',
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
/** What somebody else has made of the same thing meanwhile, as the form of it would show it. */
export type Theirs = {
  /** Fields of the form, by name, as they are now. */
  values: Record<string, string>
  /** What the form says it has seen (`was`, `revision`), brought up to date: sent with it, an answer counts. */
  seen: Record<string, string>
  /** Who that was, where it was a person. */
  by: string | null
  /** What a value means, where it is an identifier. */
  names?: Record<string, string>
}
type Details = Record<string, unknown> & { at?: InTheWay; theirs?: Theirs }

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
