import type { DateWords } from '#lib/read/draft.ts'
import { dataInside, type Page } from '#lib/read/html/page.ts'

/** Where the data that scripts build a page from keep its day: what was published outranks what was created. */
const KEYS: [pattern: RegExp, confidence: number][] = [
  [
    /"(?:(?:first_?)?published_?(?:at|on|date|time)|publish_?(?:date|time)|publication_?date|date_?published|pub_?date)\\?"\s*:\s*\\?"(\d{4}-\d\d-\d\d(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?)\\?"/gi,
    0.6,
  ],
  [
    /"(?:created_?(?:at|on)|date_?created|creation_?date)\\?"\s*:\s*\\?"(\d{4}-\d\d-\d\d(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?)\\?"/gi,
    0.5,
  ],
]

/**
 * The day that the data in a page's scripts gives it, for pages that are put together in the browser. Such data holds
 * other articles too: it counts only where all of one kind name the same day.
 */
export function embeddedDates(page: Page): DateWords[] {
  const scripts = page.elements
    .filter(({ tag, attributes }) => tag === 'script' && attributes.src === undefined)
    .map((script) => dataInside(page, script))
    .join('\n')
  for (const [pattern, confidence] of KEYS) {
    const found = [...scripts.matchAll(pattern)].map((match) => match[1] ?? '')
    const [first] = found
    if (!first) continue
    if (found.some((date) => date.slice(0, 10) !== first.slice(0, 10))) continue
    return [{ text: first, role: 'published', rule: 'date.embedded', confidence }]
  }
  return []
}
