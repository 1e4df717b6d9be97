import type { Aside, DateWords } from '#lib/read/draft.ts'
import { hasClock } from '#lib/read/plain/header.ts'
import { linesOf } from '#lib/read/plain/lines.ts'
import { isSameTitle } from '#lib/read/title.ts'

const MODIFIED = /(?:تحديث|تعديل|updated|modified|mis a jour|aktualisiert)/u
/** Lines before a headline that may still carry its date: a section line, a line of its own. */
const ABOVE = 2
/** No further than this from the headline to the text. */
const BELOW = 14

/**
 * Dates on lines of their own between the headline and the text, or just over the headline, for pages without a word
 * about it in their code. A clock at the top of the page is told apart.
 * @param lines every line of the page; `titles` its headlines; `opening` the first paragraph of the article
 */
export function datesNearTitle(lines: Aside[], titles: string[], opening: string): DateWords[] {
  const body = lines.findIndex((line) => line.text === opening)
  let title = -1
  for (let i = Math.max(0, body - 40); i < (body < 0 ? Math.min(60, lines.length) : body); i++) {
    if (titles.some((known) => isSameTitle(known, lines[i]?.text ?? ''))) title = i
  }
  if (title < 0 && body < 0) return []
  const from = Math.max(0, title < 0 ? body - 4 : title - ABOVE)
  const until = Math.min(lines.length, body < 0 ? title + 6 : Math.min(body, Math.max(title, from) + BELOW))
  const found: DateWords[] = []
  for (let i = 0; i < until; i++) {
    const text = lines[i]?.text ?? ''
    if (text.length > 120 || !/[\d٠-٩۰-۹]/.test(text)) continue
    // «January 13, 2020 | Politics | 3 comments»: a date leads what else is said about the article.
    const line = [text, text.split(/\s[|•·]\s/)[0] ?? '']
      .flatMap((words) => linesOf(words)[0] ?? [])
      .find((l) => l.date)
    if (!line) continue
    if (i < from) {
      if (hasClock(line)) found.push({ text, role: 'page', rule: 'date.page-clock', confidence: 0.5 })
    } else
      found.push({
        text,
        role: MODIFIED.test(line.folded) ? 'modified' : 'published',
        rule: 'date.near-title',
        confidence: i > title ? 0.7 : 0.6,
      })
  }
  return found
}
