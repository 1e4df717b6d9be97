import { z } from 'zod'
import { getOriginal } from '#lib/articles/get-original.ts'
import { AppError } from '#lib/core/errors.ts'
import { attachment } from '#lib/web/attachment.ts'
import { route } from '#lib/web/route.ts'

/** The original bytes as a file to keep: never shown by the browser, whatever they are. */
export const GET = route<{ id: string }>(async (ctx, _request, { id }) => {
  if (!z.uuid().safeParse(id).success) throw new AppError('notFound')
  const { bytes, path, index } = await getOriginal(ctx, id)
  const last = path.split('/').at(-1) || 'original'
  const name = index > 0 ? `${index}-${last}` : last
  return attachment({ name, size: bytes.length, pieces: once(bytes) })
})

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
