import type { Field } from '#lib/core/article.ts'
import { oneLine } from '#lib/read/clean-text.ts'
import type { Clue, Draft } from '#lib/read/draft.ts'
import { type Lookup, nameKey } from '#lib/read/vocabulary.ts'
import { foldText } from '#lib/text/fold.ts'

const SEPARATOR = /\s+(?:[|•·–—»:-]|::|\/\/)\s+|\s*[|]\s*/

/** The headline: the surest candidate, without the site's name that pages glue to it. */
export function chooseTitle(draft: Draft, lookup: Lookup): Field<string> | null {
  const sites = new Set(
    draft.siteNames.flatMap((site) => [nameKey(site.value), nameKey(site.value).replace(/\s/g, '')]),
  )
  const isSite = (piece: string) =>
    sites.has(nameKey(piece)) || sites.has(nameKey(piece).replace(/\s/g, '')) || lookup.sourceByName.has(nameKey(piece))
  // A logo is often set as the page's first heading.
  const clues = draft.titles.filter((clue) => /\p{L}/u.test(clue.value) && !isSite(clue.value))
  if (clues.length === 0) return null
  const best = clues.reduce((a, b) => (b.confidence > a.confidence ? b : a))
  const value = withoutSite(oneLine(best.value), isSite, clues)
  return { value, evidence: best.evidence, confidence: best.confidence }
}

/** «… - اليوم السابع»: a piece at an edge that is a site's name, or that a second candidate leaves out, goes. */
function withoutSite(title: string, isSite: (piece: string) => boolean, clues: Clue[]): string {
  const shorter = clues
    .map((clue) => oneLine(clue.value))
    .filter(
      (other) =>
        other.length >= 12 &&
        other.length < title.length &&
        title.startsWith(other) &&
        /^\s*[|•·–—»:-]/.test(title.slice(other.length)),
    )
  if (shorter[0]) return shorter[0]
  const pieces = title.split(SEPARATOR)
  if (pieces.length < 2) return title
  const last = pieces.at(-1) ?? ''
  if (isSite(last)) return title.slice(0, title.lastIndexOf(last)).replace(/[\s|•·–—»:-]+$/, '')
  const first = pieces[0] ?? ''
  if (isSite(first)) return title.slice(first.length).replace(/^[\s|•·–—»:-]+/, '')
  return title
}

/** Folded equality, to drop the headline where the text repeats it. */
export const isSameTitle = (a: string, b: string): boolean =>
  foldText(a).replace(/[\s\p{P}]+/gu, '') === foldText(b).replace(/[\s\p{P}]+/gu, '')
