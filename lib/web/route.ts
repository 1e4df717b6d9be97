import { requestContext } from '#lib/auth/current-actor.ts'
import { AppError, type ErrorKey } from '#lib/core/errors.ts'
import { log } from '#lib/core/log.ts'
import type { Context } from '#lib/db/context.ts'

const STATUS: Partial<Record<ErrorKey, number>> = {
  notFound: 404,
  forbidden: 403,
  signedOut: 401,
  invalid: 400,
  conflict: 409,
  tooMany: 429,
  tooLarge: 413,
  internal: 500,
}

/**
 * A route handler for our own pages (uploads, downloads, progress): session, origin, known failures as JSON
 * `{error: key}`, one log line a request.
 */
export function route<P>(handler: (ctx: Context, request: Request, params: P) => Promise<Response>) {
  return async (request: Request, { params }: { params: Promise<P> }): Promise<Response> => {
    const started = performance.now()
    const path = new URL(request.url).pathname
    const answered = (response: Response) => {
      log.info(
        { method: request.method, path, status: response.status, ms: Math.round(performance.now() - started) },
        'request',
      )
      return response
    }
    try {
      if (request.method !== 'GET' && !isOwn(request)) throw new AppError('forbidden')
      return answered(await handler(await requestContext(), request, await params))
    } catch (error) {
      const key = error instanceof AppError ? error.key : 'internal'
      if (key === 'internal') log.error({ err: error, path }, 'request failed')
      return answered(Response.json({ error: key }, { status: STATUS[key] ?? 422 }))
    }
  }
}

/**
 * Whether one of our own pages asks. Browsers say so themselves, except to a server without TLS on another machine:
 * there the page's origin must be the host that was asked.
 */
function isOwn({ headers }: Request): boolean {
  const site = headers.get('sec-fetch-site')
  if (site) return site === 'same-origin'
  const origin = headers.get('origin')
  return origin !== null && URL.canParse(origin) && new URL(origin).host === headers.get('host')
}
