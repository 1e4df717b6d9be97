import type { Fetched } from '#lib/receive/fetch/fetch-address.ts'
import { FetchError } from '#lib/receive/fetch/fetch-error.ts'

/** Whoever wants what is at an address and nothing else. @throws FetchError fetch-status where the server gave another answer than 2xx */
export function requireGood(fetched: Fetched): Fetched {
  const { status, address } = fetched
  if (status >= 200 && status < 300) return fetched
  throw new FetchError({ key: 'fetch-status', status, host: new URL(address).hostname })
}
