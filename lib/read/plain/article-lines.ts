import { informativeStems } from '#lib/read/informative-stems.ts'
import type { Line } from '#lib/read/plain/lines.ts'

export type LineRole = 'paragraph' | 'heading' | 'list-item' | 'furniture'
/** Which lines are the article: `roles` by line, the body between `start` and `end` (exclusive). */
export type ArticleLines = { start: number; end: number; roles: LineRole[] }

/** What a line that stands against the article costs it; prose earns its words, up to a paragraph's worth. */
const COST = { short: -4, otherScript: -10, furniture: -5, endHeading: -45 }
const PARAGRAPH_WORTH = 40
/** No headline ends with these. */
const DANGLING = /(?:^|\s)(?:في|من|الي|علي|عن|مع|ان|التي|الذي|او|بين|خلال|عبر|the|of|and|to|in|a|de|la|le|et|des|du)$/u
/** From this many words on a line without a full stop is still running text. */
const RUNNING_TEXT = 20
/** So many lines from a pull quote its own sentence stands. */
const NEAR_QUOTE = 30
/** A headline of another article is no longer; so many of them follow one pointer. */
const HEADLINE_WORDS = 16
const MOST_POINTED = 5
/** A heading inside the text is shorter than this; longer lines are paragraphs whose stop was lost. */
const HEADING_WORDS = 12

/**
 * Finds the article among the lines: the stretch that earns most when prose counts for it and furniture against it
 * (the largest-sum stretch, as in jusText's and Boilerpipe's idea of neighbours), then each line inside by itself.
 */
export function articleLines(lines: Line[]): ArticleLines {
  const arabic = lines.filter((l) => l.arabic && l.words >= 8).length * 2 >= lines.filter((l) => l.words >= 8).length
  const lead = leadingHeadlines(lines)
  const earns = lines.map((line, i) =>
    i < lead ? COST.short : isComment(lines, i) ? COST.furniture : worth(line, arabic),
  )
  const stretch = bestStretch(earns)
  const start = stretch.start
  const end = withCutEnd(lines, { start, end: withLastSentences(lines, stretch) })
  const roles: LineRole[] = lines.map(() => 'furniture')
  if (end <= start) return withoutProse(lines, roles)
  // Only lines in doubt ask for the text's words, and most texts have none.
  let known: Map<string, number> | null = null
  const stems = () => {
    known ??= stemsOf(lines, start, end)
    return known
  }
  for (let i = start; i < end; i++) roles[i] = roleOf(lines, i, start, end, stems, arabic)
  // What stands over the first line that is kept is its header: an author's note, a date.
  const first = roles.findIndex((role) => role !== 'furniture')
  return ofShortLines(lines, { start: first < 0 ? start : first, end, roles })
}

/** Furniture by its words, its date or its repetition, whatever its shape. */
const isKnownFurniture = (line: Line): boolean => line.furniture !== null || line.date !== null || line.repeats

/** No running text at all: a flash, a list, a gallery. All that is not furniture is the article; one line is its own text. */
function withoutProse(lines: Line[], roles: LineRole[]): ArticleLines {
  const plain = lines.map((line, i) => (isKnownFurniture(line) ? -1 : i)).filter((i) => i >= 0)
  const start = (plain.length > 1 ? plain[1] : plain[0]) ?? 0
  for (const i of plain) if (i >= start) roles[i] = lines[i]?.bulleted ? 'list-item' : 'paragraph'
  return { start, end: lines.length, roles }
}

/** Verse, rankings and lists of names: where the shape of lines would throw away much of a text, it is not a site's. */
function ofShortLines(lines: Line[], { start, end, roles }: ArticleLines): ArticleLines {
  let kept = 0
  let dropped = 0
  for (let i = start; i < lines.length; i++) {
    const line = lines[i] as Line
    if (i >= end && opensEnd(lines, i)) break
    if (roles[i] !== 'furniture') kept += line.words
    else if (!isKnownFurniture(line)) dropped += line.words
  }
  if (dropped < 30 || dropped < kept * 0.5) return { start, end, roles }
  let last = end
  for (let i = start; i < lines.length; i++) {
    const line = lines[i] as Line
    if (opensEnd(lines, i)) break
    if (roles[i] === 'furniture' && !isKnownFurniture(line)) roles[i] = line.bulleted ? 'list-item' : 'paragraph'
    if (roles[i] !== 'furniture') last = i + 1
  }
  return { start, end: Math.max(end, last), roles }
}

/** True for running text: long enough, or ended as a sentence; furniture never is. */
export const isProse = (line: Line): boolean =>
  line.furniture === null &&
  line.date === null &&
  ((line.endsSentence && line.words >= 6) || line.words >= RUNNING_TEXT)

/** Headlines may be long and stand first: lines before the first sentence that do not end like one. */
function leadingHeadlines(lines: Line[]): number {
  let lead = 0
  while (lead < lines.length && lead < 6) {
    const line = lines[lead] as Line
    // A headline may ask or exclaim, but it seldom ends with a full stop.
    if (line.words > 28 || line.text.endsWith(':') || (/[.…۔]["'”»’)\]]*$/.test(line.text) && isProse(line))) break
    lead++
  }
  // Only where a text follows: a note of one or two lines without stops is its own text.
  return lines.slice(lead).some(isProse) ? lead : Math.min(lead, 1)
}

function worth(line: Line, arabic: boolean): number {
  if (line.furniture === 'end-heading' || line.furniture === 'reply') return COST.endHeading
  if (line.furniture === 'notice') return COST.furniture * 3
  if (line.furniture !== null || line.date !== null || line.repeats) return COST.furniture
  if (line.arabic !== arabic) return isProse(line) && line.words >= 10 ? 3 : COST.otherScript
  if (isProse(line)) return Math.min(line.words, PARAGRAPH_WORTH)
  return line.bulleted ? 0 : COST.short
}

function bestStretch(earns: number[]): { start: number; end: number } {
  let best = { start: 0, end: 0, sum: 0 }
  let start = 0
  let sum = 0
  for (const [i, earn] of earns.entries()) {
    if (sum <= 0) {
      sum = 0
      start = i
    }
    sum += earn
    if (sum > best.sum) best = { start, end: i + 1, sum }
  }
  return best
}

/** Short sentences that go on from the last long one: «وطالبت الوكالة بفتح المعابر فورًا.» */
function withLastSentences(lines: Line[], { start, end }: { start: number; end: number }): number {
  let last = end
  while (last > start) {
    const line = lines[last]
    if (!line || isKnownFurniture(line) || line.words < 3 || !/[.!؟?۔]["'”»’)\]]*$/.test(line.text)) break
    if (!GOES_ON.test(line.folded)) break
    last++
  }
  return last
}

/** A last line that stops in mid-sentence is the article cut short, where it follows at once and nothing like it follows. */
function withCutEnd(lines: Line[], { start, end }: { start: number; end: number }): number {
  const line = lines[end]
  const next = lines[end + 1]
  if (end <= start || !line || line.furniture || line.date || line.repeats || line.words < 6) return end
  if (next && !next.furniture && !next.date && next.words > 4) return end
  const dangles = DANGLING.test(line.folded) || /[،,…]|\.{3}/.test(line.text)
  if (!dangles && line.words < 10) return end
  const stems = stemsOf(lines, start, end)
  const shared = informativeStems(line.folded).filter((stem) => stems.has(stem)).length
  return dangles ? (shared >= 1 ? end + 1 : end) : shared >= 3 ? end + 1 : end
}

/** How many lines of the body use each stem. */
function stemsOf(lines: Line[], start: number, end: number): Map<string, number> {
  const counts = new Map<string, number>()
  for (let i = start; i < end; i++) {
    const line = lines[i] as Line
    if (!isProse(line)) continue
    for (const stem of new Set(informativeStems(line.folded))) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  }
  return counts
}

function roleOf(
  lines: Line[],
  at: number,
  start: number,
  end: number,
  stems: () => Map<string, number>,
  arabic: boolean,
): LineRole {
  const line = lines[at] as Line
  if (line.furniture !== null || line.date !== null) return 'furniture'
  if (line.repeats && !(line.words >= RUNNING_TEXT)) return 'furniture'
  if (isUnderPointer(lines, at) || isComment(lines, at)) return 'furniture'
  if (isProse(line))
    return line.bulleted && line.words < 40
      ? 'list-item'
      : isForeignNotice(line, at, lines, stems)
        ? 'furniture'
        : 'paragraph'
  if (line.arabic !== arabic || isPullQuote(lines, at)) return 'furniture'
  const before = lines[at - 1]
  if (line.bulleted || (before?.text.endsWith(':') && !line.endsSentence)) return 'list-item'
  if (line.endsSentence) return 'paragraph'
  if (inShortRun(lines, at, start, end)) return 'furniture'
  if (line.words > HEADING_WORDS) return 'paragraph'
  const related = informativeStems(line.folded).some((stem) => stems().has(stem))
  return related && at > start && at < end - 1 ? 'heading' : line.words >= 9 ? 'paragraph' : 'furniture'
}

/** Three short lines in a row are a list of other articles or a menu; cross-headings stand alone. */
function inShortRun(lines: Line[], at: number, start: number, end: number): boolean {
  const isShort = (i: number) => i >= start && i < end && !isProse(lines[i] as Line) && !(lines[i] as Line).endsSentence
  let run = 1
  for (let i = at - 1; isShort(i); i--) run++
  for (let i = at + 1; isShort(i); i++) run++
  return run >= 3
}

/** What follows is no part of the article: a heading says so, or the readers' own words have begun. */
const opensEnd = (lines: Line[], at: number): boolean => {
  const { furniture, folded } = lines[at] as Line
  if (furniture === 'counter') return /تعليق|comment/.test(folded)
  return furniture === 'end-heading' || furniture === 'reply' || isComment(lines, at)
}

/** Words of the text that a page prints once more, large and in quotation marks. */
function isPullQuote(lines: Line[], at: number): boolean {
  const line = lines[at] as Line
  if (!/^[«"“„]/.test(line.text) || line.words < 3) return false
  const words = line.folded.replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '')
  return lines
    .slice(Math.max(0, at - NEAR_QUOTE), at + NEAR_QUOTE)
    .some((other) => other !== line && isProse(other) && other.folded.includes(words))
}

/** What a reader wrote: «Reply» stands under it. */
const isComment = (lines: Line[], at: number): boolean => lines[at + 1]?.furniture === 'reply'

/** «Read also» alone on a line: the headlines under it are other articles', up to the next line that ends with a stop. */
function isUnderPointer(lines: Line[], at: number): boolean {
  for (let i = at; i > 0 && i > at - MOST_POINTED; i--) {
    const line = lines[i] as Line
    if (line.words > HEADLINE_WORDS || /[.…۔:]["'”»’)\]]*$/.test(line.text)) return false
    const above = lines[i - 1] as Line
    if (above.furniture === 'related' && above.words <= 4) return true
    if (above.furniture !== null) return false
  }
  return false
}

/** Furniture that stands between an article's own paragraphs as often as not: it tells nothing of its neighbours. */
const WITHIN: ReadonlySet<string> = new Set(['advert', 'related', 'caption', 'end-heading'])

/** How sentences of an article go on from the one before; no notice of a site does. Folded. */
const GOES_ON =
  /^(?:[«"“'‘]|(?:و|ف)\p{L}{3}|(?:كما|لكن|غير ان|الا ان|بينما|فيما|في المقابل|من جه\p{L}+|من جانب\p{L}+|بدور\p{L}+|but|and|he|she|they|it|meanwhile|however|mais|il|elle|ils|elles|selon|pour sa part)(?!\p{L}))/u

/** A short sentence cut off from the text by furniture that shares no word with it belongs to the site. */
function isForeignNotice(line: Line, at: number, lines: Line[], stems: () => Map<string, number>): boolean {
  if (line.words > 16 || GOES_ON.test(line.folded)) return false
  const isCut = [lines[at - 1], lines[at + 1]].some(
    (l) => l !== undefined && (l.date !== null || (l.furniture !== null && !WITHIN.has(l.furniture))),
  )
  return isCut && !informativeStems(line.folded).some((stem) => (stems().get(stem) ?? 0) > 1)
}
