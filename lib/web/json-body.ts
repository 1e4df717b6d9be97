import { wholeBody } from '#lib/web/whole-body.ts'

/** Bytes of a request that only says what to do; files have ways of their own. */
const MOST = 64 * 1024

/** A request's JSON, read no further than it may be long; null where it is none. @throws AppError('tooLarge') */
export async function jsonBody(request: Request): Promise<unknown> {
  const body = await wholeBody(request, MOST)
  try {
    return JSON.parse(body.toString())
  } catch {
    return null
  }
}
