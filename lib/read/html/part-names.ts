import type { PageElement } from '#lib/read/html/page.ts'

/**
 * What pages call their parts. Patterns look for whole words in the words of class and id; the words are those of the
 * systems that most pages are made with (WordPress, Drupal, Joomla, Blogger, AMP) and of what is embedded in them.
 */

/**
 * Not the article: share bars, related lists, newsletters, comment boxes, banners. Page builders call every paragraph a
 * widget, and a script that keeps columns in sight calls each of them a sticky sidebar.
 */
export const FURNITURE_NAME =
  /(?:^|\s)(?:share|sharing|shares|sharer|sharedaddy|sharebar|social|socials|socialmedia|addthis|addtoany|related|relatedposts|recommended|recommendations?|newsletter|news letter|subscribe|subscription|cookies?|consent|gdpr|breadcrumbs?|outbrain|taboola|promo|promotion|advert|advertisement|advertising|ads|adsbygoogle|banner|popup|pop up|modal|toast|comments?|commentlist|disqus|respond|pagination|pager|tags|taglist|tag cloud|tagcloud|author ?box|author ?bio|author ?card|about ?author|(?<!sticky )sidebar|(?<!elementor )widget|copyright|disclaimer|disclosure|ratings?|more ?from|most ?read|trending|teasers?|navigation|navbar|nav|menu|sr only|screen reader text|visually ?hidden|noprint|no print|print only|toc|ez toc container|table of contents|paywall|login|signup|sign up|donation|donate|embed article|likes?|likebox|post ?flair|reactions?|byline ?box|support us|app ?promo|follow(?: us)?|whats ?app|telegram)(?=\s|$)/

/** Short lines about the article: who, when, where it is filed. */
export const ABOUT_NAME =
  /(?:^|\s)(?:authors?|byline|bylines|meta|metadata|dateline|timestamp|datetime|date|posted on|publish(?:ed)?|article ?info|post ?info|kicker|eyebrow|categor(?:y|ies)|cat links|entry footer|reading time|read time|views?|counter|read ?more|caption|credits?|source|font ?size)(?=\s|$)/

/** Seldom the article, but some pages call it so. */
export const DOUBTFUL_NAME =
  /(?:^|\s)(?:comments?|commentlist|(?<!sticky )sidebar|rightbar|related\w*|teasers?|footer|recommend\w*|(?<!elementor )widgets?|promo|newsletter|nav(?:igation|bar)?|menu|author ?(?:box|bio|info|profile|card)|about ?author|byline)(?=\s|$)/

/** "has-sidebar": what stands beside such a part and is none itself. */
export const BESIDE_NAME = /(?:^|\s)(?:no|has|with|without|open|enabled|disabled|layout)(?=\s|$)/

/** The text of an article. */
export const BODY_NAME =
  /(?:^|\s)(?:(?:article|art|post|entry|story|news|blog|node|single|details?|page|item|main|body) ?(?:body|content|text|copy|bodycopy|entry|inner|description|wysiwyg)|(?:rich|full|text|content) ?(?:text|body)|body ?content|entry|field name body)(?=\s|$)/

/** The sentence under a headline. */
export const STANDFIRST_NAME =
  /(?:^|\s)(?:sub ?title|sub ?head(?:line)?|lead|lede|intro|introduction|excerpt|stand ?first|dek|deck|summary|teaser|teaser text|bajada|chapo|chapeau|sapo|abstract|vorspann|copete|sommaire|catenaccio|ingress|sumario|entradilla)(?=\s|$)/

const known = new WeakMap<PageElement, string>()
/** Classes written by style tools run on for kilobytes. */
const MOST = 500

/** The words of an element's class and id, lower case, split at case, dashes and underscores: "postBody" is "post body". */
export function wordsOfName(element: PageElement): string {
  const { class: classes, id } = element.attributes
  if (!classes && !id) return ''
  let words = known.get(element)
  if (words === undefined) {
    words = `${classes ?? ''} ${id ?? ''}`
      .slice(0, MOST)
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .replace(/[-_:./]+/g, ' ')
      .toLowerCase()
    known.set(element, words)
  }
  return words
}
