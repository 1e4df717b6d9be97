import { AppError } from '#lib/core/errors.ts'

/** Bytes of a request that only says what to do; files have ways of their own. */
const MOST = 64 * 1024

/** A request's JSON, read no further than it may be long; null where it is none. @throws AppError('tooLarge') */
export async function jsonBody(request: Request): Promise<unknown> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of request.body ?? []) {
    size += piece.length
    if (size > MOST) throw new AppError('tooLarge', { limit: MOST })
    pieces.push(piece)
  }
  try {
    return JSON.parse(Buffer.concat(pieces).toString())
  } catch {
    return null
  }
}
