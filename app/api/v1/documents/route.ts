import { deliver } from '#lib/api/deliver.ts'
import { idempotencyKey } from '#lib/api/idempotency-key.ts'
import { apiRoute } from '#lib/web/api-route.ts'
import { readDelivery } from '#lib/web/read-delivery.ts'

/** Documents, or a file as it is, from a program: 202 once everything is stored. */
export const POST = apiRoute(async (ctx, request, _params, token) => {
  const key = idempotencyKey(request.headers.get('idempotency-key'))
  const delivery = await readDelivery(request, ctx.now())
  const { accepted, headers } = await deliver(ctx, token, delivery, key)
  return Response.json(accepted, { status: 202, headers: { ...headers, Location: accepted.status } })
})
