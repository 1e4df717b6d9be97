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
  'linkExpired',
  'weakPassword',
  'wrongPassword',
  'batchBusy',
  'storyLocked',
  'internal',
] as const
export type ErrorKey = (typeof ERROR_KEYS)[number]

/** A failure somebody can do something about. Its message is for logs; people read the sentence of its key. */
export class AppError extends Error {
  readonly key: ErrorKey
  readonly details: Record<string, unknown>

  constructor(key: ErrorKey, details: Record<string, unknown> = {}) {
    super(`${key} ${JSON.stringify(details)}`)
    this.name = 'AppError'
    this.key = key
    this.details = details
  }
}
