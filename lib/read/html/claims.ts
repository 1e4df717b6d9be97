import type { PageElement } from '#lib/read/html/page.ts'
import { BODY_NAME, wordsOfName } from '#lib/read/html/part-names.ts'

/** How clearly an element says that it holds the text of the article. */
export const CLAIM = { none: 0, main: 1, article: 2, name: 3, markup: 4 } as const
export type Claim = (typeof CLAIM)[keyof typeof CLAIM]

const HOLDERS = new Set('article div main section td'.split(' '))

/** What an element says of itself: by schema.org markup, by its name, as an article, as the main part of the page. */
export function claimOf(element: PageElement): Claim {
  const { tag, attributes } = element
  if (attributes.itemprop !== undefined && /\barticleBody\b/i.test(attributes.itemprop)) return CLAIM.markup
  if (!HOLDERS.has(tag)) return CLAIM.none
  if (BODY_NAME.test(wordsOfName(element))) return CLAIM.name
  if (tag === 'article' || attributes.role === 'article') return CLAIM.article
  if (tag === 'main' || attributes.role === 'main') return CLAIM.main
  return CLAIM.none
}
