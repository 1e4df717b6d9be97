import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { completeSearch } from '#lib/search/complete-search.ts'
import { loadCatalogue } from '#lib/search/load-catalogue.ts'
import { route } from '#lib/web/route.ts'

/** What was typed, and where in it the caret stands. */
const Params = z.object({ q: z.string().max(1000).catch(''), at: z.coerce.number().int().min(0).max(1000).catch(0) })

/** What the search box offers to go on with. */
export const GET = route(async (ctx, request) => {
  authorize(ctx.actor, 'article:read')
  const { q, at } = Params.parse(Object.fromEntries(new URL(request.url).searchParams))
  const [catalogue, i18n] = await Promise.all([loadCatalogue(ctx), requestI18n()])
  return Response.json(completeSearch(q, Math.min(at, q.length), catalogue, i18n))
})
