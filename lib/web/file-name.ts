/**
 * What the sender calls the file in the body: `?name=`, or Content-Disposition (RFC 6266), where `filename*` in UTF-8
 * goes before `filename`. Null where nothing says it.
 */
export function fileName(request: Request): string | null {
  const asked = new URL(request.url).searchParams.get('name')
  if (asked) return asked
  const disposition = request.headers.get('content-disposition') ?? ''
  const encoded = /;\s*filename\*\s*=\s*utf-8'[^']*'([^;\s]+)/i.exec(disposition)?.[1]
  if (encoded) {
    try {
      return decodeURIComponent(encoded)
    } catch {
      // Badly encoded: the plain name below may still be right.
    }
  }
  const plain = /;\s*filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(disposition)
  const name = plain?.[1]?.replace(/\\(.)/g, '$1') ?? plain?.[2]
  return name ? asUtf8(name) : null
}

/** Headers arrive as Latin-1; most senders write UTF-8 into them all the same. */
function asUtf8(name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(name, 'latin1'))
  } catch {
    return name
  }
}
