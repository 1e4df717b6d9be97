import { CLAIM, claimOf } from '#lib/read/html/claims.ts'
import { lettersOf, type Page, type PageElement } from '#lib/read/html/page.ts'
import { ABOUT_NAME, BESIDE_NAME, FURNITURE_NAME, wordsOfName } from '#lib/read/html/part-names.ts'

const TAGS = new Set('nav footer aside form dialog menu'.split(' '))
const ROLES =
  /^(?:navigation|banner|contentinfo|complementary|dialog|search|menu|menubar|alert|alertdialog|tooltip|tablist)$/
const UNSEEN = /display:\s*none|visibility:\s*hidden/i
/** Elements whose name is looked at. */
const NAMED = new Set('div section aside ul ol p span nav form footer li dl table header figure blockquote'.split(' '))
/** A word inside one of these is part of a sentence, whatever it is called. */
const SENTENCES = new Set('p li blockquote h1 h2 h3 h4 b strong em i a span'.split(' '))

/** A part that holds more of the page's text than this is named badly: an article in a box called "widget". */
const MOST_NAMED = 0.1
/** Lines about the article are no longer (letters). */
const MOST_ABOUT = 200
/** A menu may hold much of a page, and an article may stand in a form or be hidden until a script shows it. */
const MOST_TAGGED = 0.3

/**
 * The parts of a page that are not its article by their own account: their tag, their role, their name, or that nobody
 * sees them. Parts with much of the page's text stay, whatever they are called, and so does what holds the headline.
 */
export function furnitureParts(page: Page): ReadonlySet<PageElement> {
  const all = lettersOf(page, page.body)
  const headlines = page.elements.filter((element) => element.tag === 'h1' && lettersOf(page, element) > 0).slice(0, 10)
  const holdsHeadline = ({ at, end }: PageElement) => headlines.some((h1) => h1.at > at && h1.at < end)
  const parts = new Set<PageElement>()
  for (const element of page.elements) {
    if (element.end <= element.at + 1) continue
    const letters = lettersOf(page, element)
    const isPart = isTagged(element)
      ? letters < all * MOST_TAGGED
      : letters < all * MOST_NAMED && isNamed(element, letters)
    if (isPart && !holdsHeadline(element)) parts.add(element)
  }
  return parts
}

function isTagged({ tag, attributes }: PageElement): boolean {
  if (TAGS.has(tag)) return true
  const { role, style, hidden } = attributes
  return (
    (role !== undefined && ROLES.test(role)) ||
    hidden !== undefined ||
    attributes['aria-hidden'] === 'true' ||
    (style !== undefined && UNSEEN.test(style))
  )
}

function isNamed(element: PageElement, letters: number): boolean {
  const { tag, parent } = element
  if (!NAMED.has(tag) || (tag === 'span' && parent !== null && SENTENCES.has(parent.tag))) return false
  const names = wordsOfName(element)
  if (names === '' || BESIDE_NAME.test(names) || claimOf(element) !== CLAIM.none) return false
  return FURNITURE_NAME.test(names) || (letters < MOST_ABOUT && ABOUT_NAME.test(names))
}
