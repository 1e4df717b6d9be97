import { anchorsIn } from '#lib/annotate/anchor.ts'
import { describeTarget } from '#lib/annotate/target.ts'
import type { Span } from '#lib/text/fold.ts'
import { Fates, paragraphsOf, type Verdict, writtenOut } from '#tests/unit/annotate/edits/edited.ts'
import { EDITS, type EditName, type Elsewhere } from '#tests/unit/annotate/edits/kinds.ts'
import type { Lot } from '#tests/unit/annotate/edits/random.ts'

/** Notes that ought to be found, those that were, and where each note landed that should not have. */
export class Tally {
  due = 0
  found = 0
  notes = 0
  readonly missed: string[] = []
  readonly wrong: string[] = []
  readonly elsewhere: string[] = []

  add(other: Tally): void {
    this.due += other.due
    this.found += other.found
    this.notes += other.notes
    this.missed.push(...other.missed)
    this.wrong.push(...other.wrong)
    this.elsewhere.push(...other.elsewhere)
  }
  get share(): number {
    return this.due === 0 ? 1 : this.found / this.due
  }
  toString(): string {
    return `${this.due} due, ${(100 * this.share).toFixed(2)} % found; of ${this.notes} notes ${this.wrong.length} on other words, ${this.elsewhere.length} on the same words elsewhere`
  }
}

/** Notes as people make them: a word, a figure, some words, a sentence, a paragraph, across paragraphs, part of a word. */
export function someSpans(text: string, lot: Lot, count: number): Span[] {
  const all = (pattern: RegExp) =>
    [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
  const words = all(/\S+/g)
  const figures = all(/\p{Nd}+(?:[.,]\p{Nd}+)*/gu)
  const sentences = all(/[^.!?؟\n]{10,}[.!?؟]?/g)
  const paragraphs = all(/[^\n]+/g)
  const several = (most: number) => {
    const first = lot.below(words.length)
    const last = Math.min(words.length - 1, first + 1 + lot.below(most))
    return { start: words[first]?.start ?? 0, end: words[last]?.end ?? 0 }
  }
  const kinds = [
    () => lot.oneOf(words),
    () => several(5),
    () => several(5),
    () => several(12),
    () => several(60),
    () => lot.oneOf(sentences.length > 0 ? sentences : words),
    () => lot.oneOf(paragraphs),
    () => lot.oneOf(figures.length > 0 ? figures : words),
    () => {
      const { start, end } = several(3)
      return end - start > 6 ? { start: start + 1 + lot.below(2), end: end - 1 - lot.below(2) } : { start, end }
    },
  ]
  return Array.from({ length: count }, () => lot.oneOf(kinds)())
    .map(({ start, end }) => describeTarget(text, start, end))
    .filter(({ exact }) => /[\p{L}\p{N}]/u.test(exact))
}

/** Makes the edits, looks for each span's words in what came of it, and counts. */
export function measure(
  old: string,
  spans: readonly Span[],
  edits: readonly EditName[],
  { lot, elsewhere, knowsOld }: { lot: Lot; elsewhere: Elsewhere; knowsOld: boolean },
): Tally {
  const tally = new Tally()
  let paragraphs = paragraphsOf(old)
  for (const name of edits) paragraphs = EDITS[name](paragraphs, lot, elsewhere)
  const edited = writtenOut(paragraphs)
  const fates = new Fates(old, paragraphs)
  const find = knowsOld ? anchorsIn(edited, old) : anchorsIn(edited)
  for (const span of spans) {
    const target = describeTarget(old, span.start, span.end)
    const { paragraphSurvived, wordsSurvived } = fates.of(span)
    const isDue = paragraphSurvived && wordsSurvived
    const found = find(target)
    const verdict: Verdict | null = found && fates.verdict(span, found)
    tally.notes++
    if (isDue) tally.due++
    if (isDue && verdict === 'its words') tally.found++
    const line = () =>
      `${edits.join(' + ')}: ${target.prefix}[${target.exact}]${target.suffix} -> ${found && `${edited.slice(Math.max(0, found.start - 20), found.start)}[${edited.slice(found.start, found.end)}]${edited.slice(found.end, found.end + 20)} ${found.how} ${found.score}`}`
    if (isDue && verdict !== 'its words') tally.missed.push(line())
    if (verdict === 'other words') tally.wrong.push(line())
    if (verdict === 'same words elsewhere') tally.elsewhere.push(line())
  }
  return tally
}
