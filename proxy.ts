import { type NextRequest, NextResponse } from 'next/server'

/**
 * Each page gets a Content Security Policy with a nonce of its own: only Next's scripts, which carry it, run; what an
 * article might smuggle into a page does not. It protects nobody's data: permission is the commands' (lib/access).
 */
export function proxy(request: NextRequest): NextResponse {
  const policy = policyWith(Buffer.from(crypto.randomUUID()).toString('base64'))
  const headers = new Headers(request.headers)
  // Next reads the nonce out of the request's policy, and puts it on its scripts.
  headers.set('Content-Security-Policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  return response
}

/** Pages only: uploads are not to pass through here, and files have the policy of next.config.js. */
export const config = { matcher: '/((?!api/|_next/|favicon).*)' }

const policyWith = (nonce: string): string =>
  [
    "default-src 'self'",
    // React needs eval for its error pages in development, never in production.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
