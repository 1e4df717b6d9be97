import { z } from 'zod'
import { AnnouncePresenceInput, announcePresence } from '#lib/articles/announce-presence.ts'
import { endPresence } from '#lib/articles/end-presence.ts'
import { AppError } from '#lib/core/errors.ts'
import { jsonBody } from '#lib/web/json-body.ts'
import { route } from '#lib/web/route.ts'

/** Says that the article is open here, `{editing}`; answers with who else has it open. */
export const POST = route<{ id: string }>(async (ctx, request, { id }) => {
  const input = AnnouncePresenceInput.safeParse({ ...Object(await jsonBody(request)), articleId: id })
  if (!input.success) throw new AppError('invalid')
  return Response.json(await announcePresence(ctx, input.data), { headers: { 'Cache-Control': 'private, no-store' } })
})

/** Says that it is closed. */
export const DELETE = route<{ id: string }>(async (ctx, _request, { id }) => {
  if (!z.uuid().safeParse(id).success) throw new AppError('invalid')
  await endPresence(ctx, id)
  return new Response(null, { status: 204 })
})
