import { env } from '#lib/core/env.ts'

/** The caller's address. X-Forwarded-For counts only where TRUST_PROXY says that our own proxy wrote it. */
export function clientAddress(headers: Record<string, unknown> | Headers): string {
  const forwarded = headers instanceof Headers ? headers.get('x-forwarded-for') : headers['x-forwarded-for']
  if (env().TRUST_PROXY === '1' && typeof forwarded === 'string')
    return forwarded.split(',').at(-1)?.trim() || 'unknown'
  return 'direct'
}
