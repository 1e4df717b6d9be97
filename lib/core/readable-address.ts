// Controls, and signs that turn the direction of what follows: they stay as they are escaped.
const HIDDEN = /[\0-\x20\x7f-\xa0\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/

/**
 * An address in its one form, but with the letters people read («/أخبار/الجزائر», not %D8%A3…); parsed again it is the
 * same address. What is no address stays as it was given.
 */
export function readableAddress(given: string): string {
  const url = URL.parse(given)
  if (!url) return given
  url.hash = ''
  try {
    const readable = decodeURI(url.href)
    return !HIDDEN.test(readable) && URL.parse(readable)?.href === url.href ? readable : url.href
  } catch {
    return url.href
  }
}
