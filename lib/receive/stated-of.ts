import type { Stated } from '#lib/core/stated.ts'
import type { FieldName } from '#lib/receive/field-names.ts'

const PLAIN = ['title', 'publishedAt', 'source', 'author', 'language', 'agency'] as const

/**
 * What a record states, from its values by field. `null` where it has no text of its own: a title alone is no article.
 * Values are made safe for the database here: no NUL, no half of a surrogate pair.
 */
export function statedOf(value: (field: FieldName) => string | undefined): Stated | null {
  const stated: Stated = {}
  const get = (field: FieldName) => {
    const given = value(field)?.replaceAll('\0', '').toWellFormed()
    return given?.trim() ? given : undefined
  }
  const html = get('html')
  const body = get('text') ?? get('body')
  if (html) stated.html = html
  else if (body && looksLikeHtml(body)) stated.html = body
  else if (body) stated.text = body
  else return null
  for (const field of PLAIN) {
    const given = get(field)?.trim()
    if (given) stated[field] = given
  }
  const address = get('address')?.trim()
  if (address && /^https?:\/\//i.test(address)) stated.address = address
  if (stated.source && /^https?:\/\//i.test(stated.source) && URL.canParse(stated.source)) addressedSource(stated)
  return stated
}

/** Markup, not a lone `<`: a closing tag, or an element that stands alone. */
const looksLikeHtml = (text: string): boolean =>
  /<\/(?:p|div|span|a|b|i|strong|em|h[1-6]|li|ul|body|html)>|<(?:br|p|img)\b[^>]*>/i.test(text)

/** A column called "source" may hold addresses: that of a page is the article's, that of a site names it by its host. */
function addressedSource(stated: Stated): void {
  const { href, hostname, pathname } = new URL(stated.source as string)
  if (pathname.length > 1) {
    stated.address ??= href
    delete stated.source
  } else stated.source = hostname.replace(/^www\./, '')
}
