import { ApiProblem, type ProblemKey, problemBody } from '#lib/api/problem.ts'
import { AppError, type ErrorKey } from '#lib/core/errors.ts'
import { log } from '#lib/core/log.ts'
import { prisma } from '#lib/db/client.ts'
import type { Context } from '#lib/db/context.ts'
import { findToken, type TokenHolder } from '#lib/tokens/find-token.ts'

const PROBLEM_OF: Partial<Record<ErrorKey, ProblemKey>> = {
  forbidden: 'not-allowed',
  notFound: 'not-found',
  tooLarge: 'too-large',
}

/**
 * A route handler for programs: whoever holds a token acts in the name of the one who made it. Cookies count for
 * nothing here, so no page elsewhere can borrow a session. Failures are told as problem+json, one log line a request.
 */
export function apiRoute<P>(
  handler: (ctx: Context, request: Request, params: P, token: TokenHolder) => Promise<Response>,
) {
  return async (request: Request, { params }: { params: Promise<P> }): Promise<Response> => {
    const started = performance.now()
    let token: TokenHolder | null = null
    let response: Response
    try {
      const now = new Date()
      token = await holderOf(request, now)
      const ctx = { db: prisma(), actor: token.actor, now: () => now }
      response = await handler(ctx, request, await params, token)
    } catch (error) {
      const problem = problemOf(error)
      if (problem.key === 'internal') log.error({ err: error, path: new URL(request.url).pathname }, 'request failed')
      const body = problemBody(problem)
      response = Response.json(body, {
        status: body.status,
        headers: { ...problem.headers, 'Content-Type': 'application/problem+json' },
      })
    }
    response.headers.set('Cache-Control', 'private, no-store')
    log.info(
      {
        method: request.method,
        path: new URL(request.url).pathname,
        token: token?.tokenId,
        status: response.status,
        ms: Math.round(performance.now() - started),
      },
      'request',
    )
    return response
  }
}

async function holderOf({ headers }: Request, now: Date): Promise<TokenHolder> {
  const secret = /^Bearer +(\S{1,200})$/i.exec(headers.get('authorization') ?? '')?.[1]
  const token = secret === undefined ? null : await findToken(prisma(), secret, now)
  // RFC 6750: which scheme is wanted, and that what was sent is none.
  const challenge = `Bearer realm="Mirqab"${secret === undefined ? '' : ', error="invalid_token"'}`
  if (!token) throw new ApiProblem('no-token', { headers: { 'WWW-Authenticate': challenge } })
  return token
}

function problemOf(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error
  return new ApiProblem((error instanceof AppError && PROBLEM_OF[error.key]) || 'internal')
}
