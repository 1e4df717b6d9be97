import { z } from 'zod'
import { getOriginal } from '#lib/articles/get-original.ts'
import { AppError } from '#lib/core/errors.ts'
import { route } from '#lib/web/route.ts'

/** The original bytes as a file to keep: never shown by the browser, whatever they are. */
export const GET = route<{ id: string }>(async (ctx, _request, { id }) => {
  if (!z.uuid().safeParse(id).success) throw new AppError('notFound')
  const { bytes, path, index } = await getOriginal(ctx, id)
  const last = path.split('/').at(-1) || 'original'
  const name = index > 0 ? `${index}-${last}` : last
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)}`,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-store',
    },
  })
})
