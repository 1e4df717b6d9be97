import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'

/** An answer of a web server as an archive keeps it. */
export type HttpResponse = { status: number; mediaType: string; charset: string | undefined; body: Buffer }

/**
 * Takes an answer apart: head, chunks, packing.
 * @param most bytes of the unpacked body
 * @returns null where it is none, or its body is damaged or longer than `most`
 */
export function httpResponse(bytes: Buffer, most: number): HttpResponse | null {
  const end = bytes.indexOf('\r\n\r\n')
  const head = bytes.toString('latin1', 0, end < 0 ? 0 : Math.min(end, 65_536))
  const status = /^HTTP\/[\d.]+ (\d{3})/.exec(head)?.[1]
  if (!status) return null
  const header = (name: string) =>
    new RegExp(`\\r\\n${name}:[ \\t]*([^\\r\\n]*)`, 'i').exec(head)?.[1]?.toLowerCase() ?? ''
  let body = bytes.subarray(end + 4)
  // Crawlers often keep the headers of chunks and packing beside a body that has neither any more.
  if (header('transfer-encoding').includes('chunked')) body = withoutChunks(body) ?? body
  const type = header('content-type')
  try {
    body = unpacked(body, header('content-encoding'), most)
  } catch {
    return null
  }
  const charset = /charset=["']?([\w-]+)/.exec(type)?.[1]
  return { status: Number(status), mediaType: type.split(';')[0]?.trim() ?? '', charset, body }
}

function unpacked(body: Buffer, encoding: string, most: number): Buffer {
  const limit = { maxOutputLength: most }
  if (encoding.includes('gzip')) return body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body, limit) : body
  if (encoding.includes('br')) {
    try {
      return brotliDecompressSync(body, limit)
    } catch (error) {
      if (/^\s*[<{[\p{L}]/u.test(body.toString('utf8', 0, 64))) return body
      throw error
    }
  }
  if (encoding.includes('deflate')) return (body[0] === 0x78 ? inflateSync : inflateRawSync)(body, limit)
  return body
}

function withoutChunks(body: Buffer): Buffer | null {
  const chunks: Buffer[] = []
  for (let at = 0; ; ) {
    const end = body.indexOf('\r\n', at)
    const size = end < 0 || end - at > 20 ? Number.NaN : Number.parseInt(body.toString('latin1', at, end), 16)
    if (Number.isNaN(size) || size < 0) return chunks.length > 0 ? Buffer.concat(chunks) : null
    if (size === 0) return Buffer.concat(chunks)
    chunks.push(body.subarray(end + 2, end + 2 + size))
    at = end + 2 + size + 2
  }
}
