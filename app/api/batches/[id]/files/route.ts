import { idOf } from '#lib/batches/id-of.ts'
import { storeFile } from '#lib/batches/store-file.ts'
import { AppError } from '#lib/core/errors.ts'
import { route } from '#lib/web/route.ts'

/** A file of an upload: `PUT …/files?path=monday/page.html` with the bytes as body, stored as they stream in. */
export const PUT = route<{ id: string }>(async (ctx, request, { id }) => {
  const path = new URL(request.url).searchParams.get('path')
  if (!path) throw new AppError('invalid')
  try {
    const { fileId, size, sha256 } = await storeFile(ctx, { batchId: idOf(id), path }, request.body ?? nothing())
    return Response.json({ fileId, size, sha256 }, { status: 201 })
  } catch (error) {
    // The sender broke off: nobody reads the answer, and it is no failure of ours.
    if (request.signal.aborted) throw new AppError('invalid', { path })
    throw error
  }
})

/** An empty file has no body; it is delivered all the same, and the report says that it is empty. */
async function* nothing(): AsyncGenerator<Uint8Array> {}
