import { oneLine } from '#lib/read/clean-text.ts'
import { findDates } from '#lib/read/dates/find-dates.ts'
import type { DateWords } from '#lib/read/draft.ts'
import { hasClass, lettersOf, type Page, type PageElement, textInside } from '#lib/read/html/page.ts'
import { foldText } from '#lib/text/fold.ts'

const MODIFIED =
  /(?:تحديث|تعديل|updated|modified|mis a jour|modifie|aktualisiert|geandert|stand\s*:|last edit|revised|به روز)/u
const PUBLISHED = /(?:نشر|published|posted|publie|veroffentlicht|erstellt|انتشار)/u
/** Parts that are named for dates. */
const DATED = /date|time|publish|posted|meta|byline|author|autor|datum|info|submitted/i
const ELSEWHERE =
  /(?:comment|sidebar|related|widget|footer|recent|popular|aside|teaser|calendar|archive|nav|menu|copyright|updated|modified)/i
/** What Blogger calls the box of the posts themselves. */
const POSTS = /\bwidget Blog\b/
/** Looked at no further than this: dates of an article stand near its beginning. */
const MOST = 60

/** Dates that a page shows: `time` elements, then short texts in places that are named for dates. */
export function visibleDates(page: Page): DateWords[] {
  const found: DateWords[] = []
  const times = page.elements.filter((element) => isTime(element) && !isElsewhere(element))
  for (const [i, time] of times.slice(0, 8).entries()) {
    const text = time.attributes.datetime || time.attributes.title || oneLine(textInside(page, time))
    if (!hasDate(text)) continue
    const around = time.parent ? textInside(page, time.parent, 60).slice(0, 60) : ''
    const named = time.attributes.class ?? ''
    const role = MODIFIED.test(foldText(`${named} ${around}`)) ? 'modified' : 'published'
    // «<time datetime="(of the last change)">Published on 29 June</time>»: what readers are told is the publication.
    const told = oneLine(textInside(page, time, 200))
    if (role === 'published' && told !== text && told.length <= 60 && PUBLISHED.test(foldText(told)) && hasDate(told))
      found.push({ text: told, role, rule: 'date.time-element', confidence: 0.87 })
    const isMarked = time.attributes.pubdate !== undefined || /publish|entry-date/i.test(named)
    found.push({ text, role, rule: 'date.time-element', confidence: (isMarked ? 0.86 : 0.74) - i * 0.03 })
  }
  let seen = 0
  for (const element of page.elements) {
    if (seen >= MOST) break
    const { class: classes, id } = element.attributes
    if (!(classes && DATED.test(classes)) && !(id && /date/i.test(id))) continue
    if (lettersOf(page, element) > 160) continue
    const text = oneLine(textInside(page, element, 500))
    if (text.length < 6 || text.length > 160 || !/\d/.test(text)) continue
    seen++
    if (isElsewhere(element) || !hasDate(text)) continue
    const isNamed = /publi(?:sh|cation)|datum-?veroeff/i.test(`${classes ?? ''} ${id ?? ''}`)
    found.push(words(text, 'date.marked-place', (isNamed ? 0.76 : 0.66) - Math.min(0.2, found.length * 0.02)))
    if (found.length > 12) break
  }
  return found
}

const isTime = (element: PageElement): boolean =>
  element.tag === 'time' ||
  (element.tag === 'abbr' && (hasClass(element, 'published') || hasClass(element, 'date'))) ||
  (element.tag === 'span' && hasClass(element, 'published'))

function words(text: string, rule: string, confidence: number): DateWords {
  const folded = foldText(text)
  const modified = folded.search(MODIFIED)
  const published = folded.search(PUBLISHED)
  const role =
    modified >= 0 && (published < 0 || published > modified) && findDates(folded).length < 2 ? 'modified' : 'published'
  return { text, role, rule, confidence: published >= 0 ? confidence + 0.1 : confidence }
}

const hasDate = (text: string): boolean =>
  findDates(foldText(text)).some((date) => date.year !== null && date.day !== null)

function isElsewhere(element: PageElement): boolean {
  for (let at: PageElement | null = element, depth = 0; at && depth < 7; at = at.parent, depth++) {
    const names = `${at.attributes.class ?? ''} ${at.attributes.id ?? ''}`.replace(POSTS, '')
    if (/^(?:footer|nav|aside)$/.test(at.tag) || ELSEWHERE.test(names))
      return !/^(?:body|html|main|article)$/.test(at.tag)
  }
  return false
}

/** /2020/06/03/, /2020/6/3/ and 2020-06-03 in an address are the day of publication in most systems that write them. */
export function addressDate(address: string | null): DateWords[] {
  const match =
    /[/-]((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2])[/-]?([0-2]\d|3[01])(?=[/-]|$|\D)/.exec(address ?? '') ??
    /\/((?:19|20)\d{2})\/(\d{1,2})\/(\d{1,2})\//.exec(address ?? '')
  return match
    ? [
        {
          text: `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`,
          role: 'published',
          rule: 'date.address',
          confidence: 0.72,
        },
      ]
    : []
}
