import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'

/**
 * From here on every request's X-Forwarded-For is the address of its socket, whatever the caller wrote there: Next keeps
 * a header that came along. Not to be called behind a proxy, which writes it itself.
 */
export function keepSocketAddress(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? 'unknown'
  })
}
