import { AppError } from '#lib/core/errors.ts'

/**
 * A request's body in memory, read no further than it may be long, whatever its headers claim.
 * @param most bytes
 * @throws AppError('tooLarge')
 */
export async function wholeBody(request: Request, most: number): Promise<Buffer> {
  const tooLarge = () => new AppError('tooLarge', { limit: most })
  // Said beforehand, not one byte of it need travel.
  if (Number(request.headers.get('content-length')) > most) throw tooLarge()
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of request.body ?? []) {
    size += piece.length
    if (size > most) throw tooLarge()
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
