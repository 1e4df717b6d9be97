import { Readable } from 'node:stream'

/**
 * Bytes of somebody else's, to be saved and never shown: a browser must not open them as a page of ours.
 * @param pieces sent as they come
 */
export function attachment({
  name,
  size,
  pieces,
}: {
  name: string
  size: number
  pieces: AsyncIterable<Uint8Array>
}): Response {
  return new Response(Readable.toWeb(Readable.from(pieces)) as ReadableStream, {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Length': String(size),
      // RFC 6266: the plain name for old clients, the whole one in UTF-8.
      'Content-Disposition': `attachment; filename="${name.replace(/[^\w.-]+/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, hex)}`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
      'Content-Security-Policy': "default-src 'none'; sandbox",
    },
  })
}

const hex = (char: string): string => `%${char.charCodeAt(0).toString(16).toUpperCase()}`
