import type { IncomingMessage } from 'node:http'
import { env } from '#lib/core/env.ts'
import { ask } from '#lib/receive/fetch/ask.ts'
import { FetchError } from '#lib/receive/fetch/fetch-error.ts'
import { checkedAddresses, ownReach, type Reach } from '#lib/receive/fetch/reach.ts'
import { ENCODINGS, unpack } from '#lib/receive/fetch/unpack.ts'
import manifest from '#package.json' with { type: 'json' }

export type FetchOptions = {
  /** Of the body, unpacked. */
  maxBytes: number
  /** Of everything together, redirects too. */
  maxMs: number
  /** Sent to every server on the way: conditions (If-None-Match), never secrets. */
  headers?: Record<string, string>
  accept?: string
  /** Sent as the body of a POST, to this address only: what leads elsewhere is an answer like any other. */
  post?: string
}

export type Fetched = {
  /** Any that is no redirect: 200, but 304 or 503 just as well. */
  status: number
  /** Where it was found, after redirects, without its fragment. Plain `http:` where a server leads there from `https:`. */
  address: string
  /** Names in small letters. */
  headers: Record<string, string>
  bytes: Uint8Array
  /** Where the address has moved for good: as far as redirects with 301 or 308 lead before any other. */
  redirectedForever?: string
}

const REDIRECTS = 5
const FOREVER = [301, 308]
const REDIRECTING = [...FOREVER, 302, 303, 307]

/**
 * Gets what is at an address of the public internet, or posts to it. Nothing private is ever reached: names are resolved once, every
 * address is checked, and the connection is made to these (see reach.ts), at each redirect anew.
 * @throws FetchError with one of the keys `fetch-…`; a status is never an error here
 */
export async function fetchAddress(
  address: string,
  { maxBytes, maxMs, headers = {}, accept = '*/*', post }: FetchOptions,
  reach: Reach = ownReach(),
): Promise<Fetched> {
  let url = webAddress(address)
  const late = new AbortController()
  const timer = setTimeout(
    () => late.abort(new FetchError({ key: 'fetch-slow', seconds: Math.round(maxMs / 1000) })),
    maxMs,
  )
  const sent = { 'user-agent': userAgent(), accept, 'accept-encoding': ENCODINGS, ...headers }
  let redirectedForever: string | undefined
  let isForever = true
  try {
    for (let redirects = 0; redirects <= REDIRECTS; redirects++) {
      const hostname = url.hostname.replace(/^\[|\]$/g, '')
      const addresses = await orLate(checkedAddresses(hostname, reach), late.signal)
      const permits = (found: string) => reach.permits(hostname, found)
      const answer = await ask(url, { hostname, addresses, permits, headers: sent, signal: late.signal, post })
      const { statusCode: status = 0 } = answer
      const next = post === undefined && REDIRECTING.includes(status) ? answer.headers.location : undefined
      if (next === undefined) {
        const bytes = await bodyOf(answer, maxBytes, hostname, late.signal)
        const found = { status, address: url.href, headers: headersOf(answer), bytes }
        return redirectedForever ? { ...found, redirectedForever } : found
      }
      answer.destroy()
      // Headers are handed over as Latin-1; what servers write into this one is UTF-8.
      url = webAddress(Buffer.from(next, 'latin1').toString(), url)
      isForever &&= FOREVER.includes(status)
      if (isForever) redirectedForever = url.href
    }
    throw new FetchError({ key: 'fetch-redirects', limit: REDIRECTS })
  } finally {
    clearTimeout(timer)
  }
}

/** @throws FetchError fetch-address, fetch-credentials */
function webAddress(address: string, base?: URL): URL {
  const url = URL.parse(address.trim(), base?.href)
  if (!url || !/^https?:$/.test(url.protocol))
    throw new FetchError({ key: 'fetch-address', address: address.slice(0, 200) })
  if (url.username || url.password) throw new FetchError({ key: 'fetch-credentials' })
  url.hash = ''
  return url
}

async function bodyOf(answer: IncomingMessage, most: number, host: string, late: AbortSignal): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  try {
    const stated = Number(answer.headers['content-length'] ?? 0)
    if (stated > most) throw tooLarge(stated, most)
    // Packed bytes count too: there are endless ones that unpack to nothing.
    const unpacked = unpack(upTo(most, answer), answer.headers['content-encoding'] ?? '')
    for await (const piece of upTo(most, unpacked)) pieces.push(piece)
  } catch (error) {
    if (late.aborted) throw late.reason
    throw error instanceof FetchError ? error : new FetchError({ key: 'fetch-broken', host })
  } finally {
    answer.destroy()
  }
  return Buffer.concat(pieces)
}

async function* upTo(most: number, body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0
  for await (const piece of body) {
    size += piece.length
    if (size > most) throw tooLarge(size, most)
    yield piece
  }
}

const tooLarge = (size: number, limit: number) => new FetchError({ key: 'fetch-too-large', size, limit })

const headersOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))

/** Who asks, and where to complain. */
function userAgent(): string {
  const { NEXTAUTH_URL } = env()
  return `Mirqab/${manifest.version}${NEXTAUTH_URL ? ` (+${NEXTAUTH_URL})` : ''}`
}

/** A resolver cannot be told to stop: whoever waits for it can. */
async function orLate<T>(work: Promise<T>, late: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const onLate = () => reject(late.reason)
  late.addEventListener('abort', onLate, { once: true })
  try {
    return await Promise.race([work, promise])
  } finally {
    late.removeEventListener('abort', onLate)
  }
}
