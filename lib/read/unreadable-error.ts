export type UnreadableKey = 'empty' | 'binary' | 'no-article'

/** Thrown by `read` when nothing can be read out of a document; `key` is translated for people, `detail` fills the sentence. */
export class UnreadableError extends Error {
  readonly key: UnreadableKey
  readonly detail: Record<string, string | number>

  constructor(key: UnreadableKey, detail: Record<string, string | number> = {}) {
    super(`unreadable document: ${key}`)
    this.name = 'UnreadableError'
    this.key = key
    this.detail = detail
  }
}
