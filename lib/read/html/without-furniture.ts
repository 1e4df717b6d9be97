/** Parts that pages name for what they are. Whole words of class and id, split at case, dashes and underscores. */
const NAMED =
  /(?:^|\s)(?:share|sharing|shares|sharedaddy|social|socials|addthis|addtoany|sharebar|related|relatedposts|recommended|recommendations|newsletter|subscribe|subscription|cookie|cookies|consent|gdpr|breadcrumb|breadcrumbs|outbrain|taboola|promo|advert|advertisement|advertising|ads|adsbygoogle|banner|popup|modal|toast|comments|comment|disqus|respond|pagination|pager|tags|taglist|authorbox|authorbio|sidebar|widget|copyright|disclaimer|rating|ratings|morefrom|mostread|trending)(?=\s|$)/
/** A part that holds more of the page's text than this is named badly: an article in a box called "widget". */
const MOST = 0.1
/** "has-sidebar", "post-comments-open": names of what holds the article. */
const HOLDS_ARTICLE =
  /(?:^|\s)(?:no|has|with|without|article|post|entry|content|main|story|text|body|open|page|wrapper|container|layout)(?=\s|$)/

/**
 * Takes out of a page what its own names call furniture: share bars, related lists, newsletters, comment boxes. The
 * document is changed; parts with much of the page's text stay, whatever they are called.
 */
export function removeNamedFurniture(document: Document) {
  const body = document.body as Element | null
  if (!body) return
  const all = lengthOf(body)
  for (const element of [...body.querySelectorAll('[class],[id]')]) {
    if (!/^(?:DIV|SECTION|ASIDE|UL|OL|P|SPAN|NAV|FORM|FOOTER|LI|DL)$/i.test(element.tagName)) continue
    const names = namesOf(element)
    if (!NAMED.test(names) || HOLDS_ARTICLE.test(names) || element.querySelector('h1')) continue
    if (element.parentNode && lengthOf(element) < all * MOST) element.remove()
  }
}

const namesOf = (element: Element): string =>
  `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_:]+/g, ' ')
    .toLowerCase()

const lengthOf = (element: Element): number => element.textContent?.length ?? 0
