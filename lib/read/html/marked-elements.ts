import { hasClass, type Page, type PageElement } from '#lib/read/html/page.ts'

/** The elements of a page that say something about the article for machines or as its headline. */
export type MarkedElements = {
  metas: PageElement[]
  linkedData: PageElement[]
  dates: PageElement[]
  /** Says when the article was last changed. */
  changed: PageElement | null
  headings: PageElement[]
  author: PageElement | null
  headline: PageElement | null
  title: PageElement | null
  canonical: PageElement | null
}

const DATE_PROPERTY = /^(?:dc:date|schema:datePublished)$/
const DATE_ITEM = /^(?:datePublished|dateCreated)$/
const HEADLINE_CLASS = ['entry-title', 'article-title', 'post-title']

/** Finds them in one walk over the page. */
export function markedElements(page: Page): MarkedElements {
  const marked: MarkedElements = {
    metas: [],
    linkedData: [],
    dates: [],
    changed: null,
    headings: [],
    author: null,
    headline: null,
    title: null,
    canonical: null,
  }
  /** The last place inside the author's box that is open. */
  let authorUntil = 0
  for (const element of page.elements) {
    const { tag, attributes } = element
    const { itemprop, rel } = attributes
    if (tag === 'meta') marked.metas.push(element)
    else if (tag === 'title') marked.title ??= element
    else if (tag === 'h1') marked.headings.push(element)
    else if (tag === 'script' && attributes.type?.toLowerCase() === 'application/ld+json')
      marked.linkedData.push(element)
    if (rel !== undefined) {
      if (tag === 'link' && rel.toLowerCase() === 'canonical') marked.canonical ??= element
      if (rel === 'author') marked.author ??= element
    }
    if (itemprop !== undefined) {
      if (itemprop === 'dateModified') marked.changed ??= element
      if (DATE_ITEM.test(itemprop)) marked.dates.push(element)
      if (itemprop === 'author') authorUntil = Math.max(authorUntil, element.end)
      if (itemprop === 'name' && element.at < authorUntil) marked.author ??= element
    } else if (attributes.property !== undefined && DATE_PROPERTY.test(attributes.property)) marked.dates.push(element)
    if (marked.headline === null && isHeadline(element)) marked.headline = element
  }
  return marked
}

const isHeadline = (element: PageElement): boolean =>
  element.attributes.itemprop === 'headline' ||
  (element.attributes.class !== undefined &&
    (HEADLINE_CLASS.some((name) => hasClass(element, name)) || (element.tag === 'h1' && hasClass(element, 'title'))))
