import { ProblemError } from '#lib/receive/item.ts'

/** An address gave nothing: `problem` says why, with a key that begins with `fetch-`. */
export class FetchError extends ProblemError {}
