import { oneLine } from '#lib/read/clean-text.ts'
import type { DraftBlock } from '#lib/read/draft.ts'
import { blocksOf } from '#lib/read/html/blocks-of.ts'
import { dataInside, type Page } from '#lib/read/html/page.ts'
import { parsePage } from '#lib/read/html/parse-page.ts'

/** Keys under which systems keep the text of an article. */
const TEXT_KEY = /(?:body|content|text|html|paragraph)/i
/** Letters of a string that can be a paragraph, and of all of them that can be an article. */
const A_PARAGRAPH = 40
const AN_ARTICLE = 300
const DEEPEST = 40
const MOST_VALUES = 200_000

/**
 * The text in the data from which a page's scripts build it, for pages that show nothing before they run: the strings
 * of one place in the data (lists of any length are one place) that hold most letters.
 */
export function embeddedText(page: Page): DraftBlock[] {
  const places = new Map<string, string[]>()
  for (const script of page.elements) {
    if (script.tag !== 'script' || script.attributes.type?.toLowerCase() !== 'application/json') continue
    try {
      collect(JSON.parse(dataInside(page, script)), places)
    } catch {
      // Data cut short or written for one program only: the next script may hold it.
    }
  }
  let best: string[] = []
  let most = AN_ARTICLE
  for (const [place, strings] of places) {
    const letters = lengthOf(strings) * (TEXT_KEY.test(place.slice(place.lastIndexOf('.'))) ? 2 : 1)
    if (lengthOf(strings) >= AN_ARTICLE && letters > most) [best, most] = [strings, letters]
  }
  return best.flatMap(blocksOfText)
}

/** A text for machines in blocks: its own markup where it has any, else its lines. */
export function blocksOfText(text: string): DraftBlock[] {
  if (/<(?:p|br|div|h\d|li)\b/i.test(text)) {
    const page = parsePage(text)
    return blocksOf(page, page.body).map(({ kind, text }) => ({ kind, text }))
  }
  return text
    .split(/\n+/)
    .map((line) => ({ kind: 'paragraph' as const, text: oneLine(line) }))
    .filter(({ text }) => text !== '')
}

const lengthOf = (strings: string[]): number => strings.reduce((sum, text) => sum + text.length, 0)

/** Walks without recursion: the depth of the data is anybody's. */
function collect(data: unknown, places: Map<string, string[]>) {
  const open: { value: unknown; place: string; depth: number }[] = [{ value: data, place: '', depth: 0 }]
  for (let seen = 0; open.length > 0 && seen < MOST_VALUES; seen++) {
    const { value, place, depth } = open.pop() as (typeof open)[number]
    if (typeof value === 'string') {
      if (value.length < A_PARAGRAPH || !/\p{L}\s+\p{L}/u.test(value)) continue
      const strings = places.get(place)
      if (strings) strings.push(value)
      else places.set(place, [value])
    } else if (value !== null && typeof value === 'object' && depth < DEEPEST) {
      const inside = Array.isArray(value)
        ? value.map((item) => ({ value: item, place: `${place}[]`, depth: depth + 1 }))
        : Object.entries(value).map(([key, item]) => ({ value: item, place: `${place}.${key}`, depth: depth + 1 }))
      for (const item of inside.reverse()) open.push(item)
    }
  }
}
