import { approximateSearch, errorsBetween } from '#lib/annotate/approximate-search.ts'
import { isAlike } from '#lib/annotate/own-words.ts'
import { type SpokenText, spokenText } from '#lib/annotate/spoken-text.ts'
import { partsCharacter, type Target } from '#lib/annotate/target.ts'
import { foldText, type Span } from '#lib/text/fold.ts'

/** A quote of one letter may stand a thousand times; these nearest to the old place are looked at. */
const MOST_OCCURRENCES = 200
/** Of a quote's letters so many may be others. */
const LEAST_LIKENESS = 0.8
/** In a shorter quote a fifth of the letters is a whole word: there, one letter in ten may be another. */
const SHORT = 40

/** Where exactly these words stand. A quote of whole words is found as whole words (مالي not in المالية). */
export function exactPlaces(text: string, target: Target): Span[] {
  const { exact, start: old } = target
  const cut = cutWords(target)
  const found: Span[] = []
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    const span = { start: at, end: at + exact.length }
    if (isWhole(text, span, cut)) found.push(span)
  }
  if (found.length <= MOST_OCCURRENCES) return found
  return found.sort((a, b) => Math.abs(a.start - old) - Math.abs(b.start - old)).slice(0, MOST_OCCURRENCES)
}

/**
 * Where words like these stand, and how like they are.
 * @param neighbourhoods spans of words in which the quote is likely: there a short one may differ more
 */
export function nearestPlaces(
  text: string,
  now: SpokenText,
  target: Target,
  neighbourhoods: readonly Span[],
): { span: Span; likeness: number }[] {
  const pattern = spokenText(target.exact).text
  if (pattern === '') return []
  const cut = cutWords(target)
  const errors = Math.floor(pattern.length * (1 - LEAST_LIKENESS))
  const few = pattern.length < SHORT ? Math.min(Math.max(1, Math.floor(pattern.length / 10)), errors) : errors
  const areas = neighbourhoods.map(({ start, end }) => ({
    from: now.words[start]?.start ?? now.text.length,
    to: now.words[Math.min(end, now.words.length) - 1]?.end ?? 0,
    most: errors,
  }))
  return [...areas, { from: 0, to: now.text.length, most: few }].flatMap(({ from, to, most }) =>
    approximateSearch(now.text.slice(from, to), pattern, most)
      .flatMap(({ start, end }) => wholeWords(now.text, { start: from + start, end: from + end }, cut))
      .flatMap((span) => {
        const likeness = 1 - errorsBetween(now.text.slice(span.start, span.end), pattern) / pattern.length
        const place = withEdges(text, now.toOriginal(span), target.exact)
        return likeness < 1 - most / pattern.length - 1e-9 || !isWhole(text, place, cut)
          ? []
          : [{ span: place, likeness }]
      }),
  )
}

/** No character is cut, and no word that was not; a word that was cut is still that word. */
function isWhole(text: string, { start, end }: Span, cut: CutWords): boolean {
  if (partsCharacter(text, start) || partsCharacter(text, end)) return false
  return isSameCut(cut.start, wordAcross(text, start)) && isSameCut(cut.end, wordAcross(text, end))
}

const isSameCut = (was: string, is: string): boolean => was === is || (was !== '' && is !== '' && isAlike(was, is))

type CutWords = { start: string; end: string }

/** The folded words that a quote begins and ends within; empty where it begins or ends with whole ones. */
export function cutWords({ exact, prefix, suffix }: Target): CutWords {
  const all = prefix + exact + suffix
  return { start: wordAcross(all, prefix.length), end: wordAcross(all, prefix.length + exact.length) }
}

/** As lib/text/words.ts has it, marks and tatweel included: 1.4 is one word, so that 1 is not found in it. */
const WORD = /(?:[\p{L}\p{N}\p{M}\p{Cf}\u0640]|(?<=\p{Nd})[.,٫٬](?=\p{Nd}))+/gu
const LONGEST_WORD = 32

/** The word that a place is within, folded; empty where it is within none. */
function wordAcross(text: string, at: number): string {
  const from = Math.max(0, at - LONGEST_WORD)
  for (const { 0: word, index } of text.slice(from, at + LONGEST_WORD).matchAll(WORD)) {
    if (from + index >= at) break
    if (from + index + word.length <= at) continue
    const [before, after] = [foldText(word.slice(0, at - from - index)), foldText(word.slice(at - from - index))]
    // A control of direction beside a word is no part of it.
    if (before !== '' && after !== '') return before + after
  }
  return ''
}

/** The rough match made into whole words, outwards and inwards: likeness will tell which was meant. */
function wholeWords(spoken: string, { start, end }: Span, cut: CutWords): Span[] {
  const isLetter = (at: number) => at >= 0 && at < spoken.length && spoken[at] !== ' '
  let [outerStart, outerEnd, innerStart, innerEnd] = [start, end, start, end]
  if (!cut.start && isLetter(start) && isLetter(start - 1)) {
    while (isLetter(outerStart - 1)) outerStart--
    while (innerStart < end && isLetter(innerStart)) innerStart++
  }
  if (!cut.end && isLetter(end - 1) && isLetter(end)) {
    while (isLetter(outerEnd)) outerEnd++
    while (innerEnd > start && isLetter(innerEnd - 1)) innerEnd--
  }
  while (innerStart < innerEnd && !isLetter(innerStart)) innerStart++
  while (innerEnd > innerStart && !isLetter(innerEnd - 1)) innerEnd--
  while (outerStart < outerEnd && !isLetter(outerStart)) outerStart++
  while (outerEnd > outerStart && !isLetter(outerEnd - 1)) outerEnd--
  const spans = [
    { start: outerStart, end: outerEnd },
    { start: innerStart, end: innerEnd },
    { start: outerStart, end: innerEnd },
    { start: innerStart, end: outerEnd },
  ]
  return spans.filter((s, i) => s.end > s.start && spans.findIndex((o) => o.start === s.start && o.end === s.end) === i)
}

/** A quote that began or ended with a mark («, a full stop) has one again where one stands. */
export function withEdges(text: string, span: Span, exact: string): Span {
  const marks = (side: string) => side.replace(/\s+/g, '').length
  const lead = marks(/^[^\p{L}\p{N}]*/u.exec(exact)?.[0] ?? '')
  const tail = marks(/[^\p{L}\p{N}\p{M}]*$/u.exec(exact)?.[0] ?? '')
  let { start, end } = span
  for (let i = 0; i < lead && isMark(text[start - 1]); i++) start--
  for (let i = 0; i < tail && isMark(text[end]); i++) end++
  return { start, end }
}

const isMark = (unit: string | undefined): boolean => unit !== undefined && /[^\p{L}\p{N}\p{M}\p{Cs}\s]/u.test(unit)
