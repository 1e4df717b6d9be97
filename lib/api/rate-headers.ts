import type { TokenHolder } from '#lib/tokens/find-token.ts'
import type { Spent } from '#lib/tokens/spend-documents.ts'

/** The token's allowance and what is left of it (draft-ietf-httpapi-ratelimit-headers-10). */
export const rateHeaders = (
  { documentsPerMinute }: TokenHolder,
  { remaining, resetSeconds }: Spent,
): Record<string, string> => ({
  'RateLimit-Policy': `"documents";q=${documentsPerMinute};w=60`,
  RateLimit: `"documents";r=${remaining};t=${resetSeconds}`,
})
