/** A path of our own to go on to, or the desk: `//host`, `/\\host` and whole addresses lead elsewhere. */
export function safePath(given: unknown): string {
  if (typeof given !== 'string' || !given.startsWith('/')) return '/desk'
  // Browsers drop tabs and line breaks from addresses and read `\\` as `/`; the parser does as they do.
  const own = new URL('http://own.invalid')
  const url = URL.canParse(given, own.href) ? new URL(given, own) : null
  return url?.origin === own.origin && !/[\0-\x1f\x7f\\]/.test(given) && !url.pathname.startsWith('//')
    ? url.pathname + url.search + url.hash
    : '/desk'
}
