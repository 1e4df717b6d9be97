import { oneLine } from '#lib/read/clean-text.ts'
import { lettersOf, type Page, textInside } from '#lib/read/html/page.ts'
import { wordsOfName } from '#lib/read/html/part-names.ts'

const BARRIER =
  /(?:^|\s)(?:pay ?wall|reg ?wall|metered|piano (?:container|offer)|premium (?:wall|box|content|message)|subscribers? only|subscriber (?:wall|box|message)|locked content|content lock(?:ed)?)(?=\s|$)/
/** Letters of what a barrier says; longer parts of that name hold the article itself. */
const SAYS = { least: 15, most: 1500 }
/** A text of so many letters was let through, whatever stands before it for others. */
const WHOLE = 1500
/** Of the words that a publisher counts, what is read holds at least so many where it is whole. */
const SHARE = 0.6

/** What the page's data for machines says about who may read it. */
export type Access = { isFree: boolean; wordCount: number | null }

/**
 * The words of a page that tell that its text goes on for those who pay: its data for machines says that the article
 * is not free, or a part is named for the barrier, and what could be read is short or much shorter than the publisher
 * counts. Null where nothing does.
 * @param text what was read of the article
 */
export function barrierOf(page: Page, access: Access, text: string): string | null {
  const words = text.split(/\s+/).length
  const isShort = text.length < WHOLE
  const isCounted = access.wordCount !== null && words < access.wordCount * SHARE
  if (!isShort && !isCounted) return null
  if (!access.isFree) return '"isAccessibleForFree": false'
  if (!isShort) return null
  for (const element of page.elements) {
    if (!BARRIER.test(wordsOfName(element))) continue
    const letters = lettersOf(page, element)
    if (
      letters >= SAYS.least &&
      letters <= SAYS.most &&
      !text.includes(oneLine(textInside(page, element)).slice(0, 60))
    )
      return oneLine(textInside(page, element)).slice(0, 120)
  }
  return null
}
