import type { LookupAddress } from 'node:dns'
import { type IncomingMessage, request } from 'node:http'
import { isIP, type LookupFunction, connect as openSocket, type Socket } from 'node:net'
import { connect as openSecureSocket } from 'node:tls'
import { FetchError } from '#lib/receive/fetch/fetch-error.ts'

type Question = {
  /** Without the brackets of IPv6. */
  hostname: string
  /** The only addresses that are connected to. */
  addresses: LookupAddress[]
  /** Asked once more, of the address at the other end. */
  permits: (address: string) => boolean
  headers: Record<string, string>
  signal: AbortSignal
  /** The body of a POST. */
  post: string | undefined
}

/** Without a byte for so long, nobody is there any more. */
const IDLE_MS = 20_000
/** Of several addresses each but the last gets so long; Node's own 250 ms are too short for a server far away. */
const ADDRESS_MS = 3000
/** Of all headers together: four times what Node takes by itself, for sites that keep whole policies in them. */
const HEADER_BYTES = 65_536

/**
 * One GET, or POST, on a connection of its own: no agent, no proxy from the environment, no name resolved again.
 * @returns the answer once its headers are there, its body still to be read
 * @throws FetchError fetch-refused, fetch-private, fetch-tls, fetch-timeout, fetch-broken; or the signal's reason
 */
export async function ask(url: URL, { hostname, addresses, permits, headers, signal, post }: Question) {
  const isSecure = url.protocol === 'https:'
  const stage = { isConnected: false, isOpen: false }
  const lookup: LookupFunction = (_, { all }, done) => {
    if (all) done(null, addresses)
    else done(null, addresses[0]?.address ?? '', addresses[0]?.family)
  }
  const createConnection = (): Socket => {
    const port = Number(url.port || (isSecure ? 443 : 80))
    const to = { host: hostname, port, lookup, autoSelectFamilyAttemptTimeout: ADDRESS_MS }
    const socket = isSecure
      ? openSecureSocket({ ...to, servername: isIP(hostname) ? '' : hostname, ALPNProtocols: ['http/1.1'] })
      : openSocket(to)
    // Before anybody else hears of the connection, and so before a byte is sent.
    socket.prependOnceListener('connect', () => {
      stage.isConnected = true
      stage.isOpen = !isSecure
      const { remoteAddress = '' } = socket
      if (!permits(remoteAddress)) socket.destroy(new FetchError({ key: 'fetch-private', host: hostname }))
    })
    socket.once('secureConnect', () => {
      stage.isOpen = true
    })
    socket.setTimeout(IDLE_MS, () => socket.destroy(new FetchError({ key: 'fetch-timeout', seconds: IDLE_MS / 1000 })))
    return socket
  }
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  let answer: IncomingMessage | undefined
  // `http:` for both: the connection is ours, and it is what speaks TLS.
  request({
    host: hostname,
    path: `${url.pathname}${url.search}`,
    ...(post === undefined ? {} : { method: 'POST' }),
    headers: {
      host: url.host,
      ...headers,
      ...(post === undefined ? {} : { 'content-length': String(Buffer.byteLength(post)) }),
    },
    maxHeaderSize: HEADER_BYTES,
    signal,
    createConnection,
  })
    .once('response', (response) => {
      answer = response
      resolve(response)
    })
    .once('upgrade', (_, socket) => {
      socket.destroy()
      reject(new FetchError({ key: 'fetch-broken', host: hostname }))
    })
    .on('error', (error) => {
      const reason = told(error, hostname, stage)
      reject(reason)
      // Whoever reads the body hears the same reason, not only that it broke off. Bytes after its end harm nobody.
      if (!answer?.complete) answer?.destroy(reason)
    })
    .end(post)
  return promise.catch((error) => {
    throw signal.aborted ? signal.reason : error
  })
}

/** What went wrong follows from how far it had come; the system's own codes for it are many. */
function told(error: Error, host: string, { isConnected, isOpen }: { isConnected: boolean; isOpen: boolean }) {
  if (error instanceof FetchError) return error
  return new FetchError({ key: isOpen ? 'fetch-broken' : isConnected ? 'fetch-tls' : 'fetch-refused', host })
}
