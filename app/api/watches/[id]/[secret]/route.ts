import { z } from 'zod'
import { AppError } from '#lib/core/errors.ts'
import { prisma } from '#lib/db/client.ts'
import { SYSTEM } from '#lib/db/context.ts'
import { watchFeed } from '#lib/watches/watch-feed.ts'

type Params = { params: Promise<{ id: string; secret: string }> }
const Asked = z.object({ id: z.uuid(), secret: z.string().max(100) })

/** The feed of a watch. Its address is its key: readers of feeds have no session. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const asked = Asked.safeParse(await params)
  if (!asked.success) return new Response(null, { status: 404 })
  try {
    const ctx = { db: prisma(), actor: SYSTEM, now: () => new Date() }
    const { xml, etag } = await watchFeed(ctx, asked.data.id, asked.data.secret)
    const headers = {
      etag,
      'cache-control': 'private, no-cache',
      'content-type': 'application/atom+xml; charset=utf-8',
    }
    if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
    return new Response(xml, { headers })
  } catch (error) {
    if (error instanceof AppError && error.key === 'notFound') return new Response(null, { status: 404 })
    throw error
  }
}
