import { z } from 'zod'
import { exportAnnotations } from '#lib/annotate/export-annotations.ts'
import { env } from '#lib/core/env.ts'
import { AppError } from '#lib/core/errors.ts'
import { route } from '#lib/web/route.ts'

/** An article's notes as W3C Web Annotations (JSON-LD). */
export const GET = route<{ id: string }>(async (ctx, request, { id }) => {
  if (!z.uuid().safeParse(id).success) throw new AppError('notFound')
  const base = new URL(env().NEXTAUTH_URL ?? request.url).origin
  return new Response(JSON.stringify(await exportAnnotations(ctx, id, base), null, 2), {
    headers: {
      'Content-Type': 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
      'Content-Disposition': `attachment; filename="annotations-${id}.jsonld"`,
      'Cache-Control': 'private, no-store',
    },
  })
})
