import { hostOf } from '#lib/read/vocabulary.ts'

/**
 * The address an article is known by: where it was found, unless the page names a canonical one on the same site (RFC
 * 6596), which its copies for phones and for readers who came by a campaign share. Systems that name their front page
 * on every page are not followed.
 */
export function articleAddress(found: string | null | undefined, canonical: string | null): string | null {
  if (!found) return canonical
  const own = URL.parse(canonical ?? '')
  if (!own) return found
  const { href, pathname, search } = own
  return hostOf(href) === hostOf(found) && pathname + search !== '/' ? href : found
}
