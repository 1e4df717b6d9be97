import type { PageBlock } from '#lib/read/html/blocks-of.ts'
import type { PageElement } from '#lib/read/html/page.ts'
import { STANDFIRST_NAME, wordsOfName } from '#lib/read/html/part-names.ts'
import { linesOf } from '#lib/read/plain/lines.ts'
import { isSameTitle } from '#lib/read/title.ts'
import { foldText } from '#lib/text/fold.ts'

/** From this many words on a line is running text, whether it ends with a stop or not. */
const RUNNING_TEXT = 20
/** No further than this from the headline to the text. */
const BETWEEN = 12

/**
 * The sentence under the headline that pages set apart from the text: whole sentences between the two, a heading right
 * under the headline, or the one that the page gives as its description or names so.
 * @param lines every line of the page; `opening` the first block of the article; `description` the page's own
 */
export function standfirstOf(lines: PageBlock[], titles: string[], opening: string, description: string): string[] {
  const body = lines.findIndex((line) => line.text === opening)
  if (body <= 0) return []
  let title = -1
  for (let i = Math.max(0, body - BETWEEN); i < body; i++)
    if (titles.some((known) => isSameTitle(known, lines[i]?.text ?? ''))) title = i
  if (title < 0) return []
  const summary = foldText(description).slice(0, 40)
  const found: string[] = []
  for (const [i, { text, linked, kind, element }] of lines.slice(title + 1, body).entries()) {
    if (linked > 0.3 || kind === 'caption' || text.length < 40) continue
    const isNamed = isNamedSo(element)
    if (kind === 'list-item' && !isNamed) continue
    const line = linesOf(text)[0]
    if (!line || line.furniture || line.date) continue
    const isSummary = summary.length > 20 && line.folded.startsWith(summary)
    const isProse =
      (/[.!?؟]["'”»’)]*$/.test(text) && line.words >= 8) || (line.words >= RUNNING_TEXT && !/\d{4}/.test(line.folded))
    if (isSummary || isNamed || isProse || (i === 0 && kind === 'heading' && line.words >= 6)) found.push(text)
  }
  return found.slice(0, 2)
}

/** Called so itself, or in a box that is. */
function isNamedSo(element: PageElement): boolean {
  let at: PageElement | null = element
  for (let depth = 0; at && depth < 4 && at.tag !== 'article'; at = at.parent, depth++)
    if (STANDFIRST_NAME.test(wordsOfName(at))) return true
  return false
}
