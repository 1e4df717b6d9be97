// Controls, blanks, and signs that turn the direction of what follows: they stay as they are escaped.
const HIDDEN = /[\x80-\xa0\u061c\u200b-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]/

/**
 * An address in its one form, but with the letters people read («/أخبار/الجزائر», not %D8%A3…); parsed again it is the
 * same address. What is no address stays as it was given.
 */
export function readableAddress(given: string): string {
  const url = URL.parse(given)
  if (!url) return given
  url.hash = ''
  const readable = url.href.replace(/(?:%[89a-f][\da-f])+/gi, lettersOf)
  return URL.parse(readable)?.href === url.href ? readable : url.href
}

function lettersOf(escaped: string): string {
  try {
    const letters = decodeURIComponent(escaped)
    return HIDDEN.test(letters) ? escaped : letters
  } catch {
    return escaped
  }
}
