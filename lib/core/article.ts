import type { Span } from '#lib/text/fold.ts'

/** The shapes that reading, comparing and tagging hand to each other. Plain values: no database, no clock. */

export const FLAG_KINDS = [
  'title-missing',
  'title-mismatch',
  'date-missing',
  'date-of-page',
  'date-inferred',
  'date-disagrees',
  'source-unknown',
  'truncated',
  'machine-translated',
  'mixed-language',
  'encoding-repaired',
  'boilerplate-heavy',
  'desk-rule',
] as const
export type FlagKind = (typeof FLAG_KINDS)[number]

/** Why the machine believes something: the rule that said so and the words it read. */
export type Evidence = {
  /** Name of the rule, stable across releases: `title.first-line`, `date.byline`, `source.footer`. */
  rule: string
  /** The words that were read, as they stand in the document. */
  quote?: string
  /** Place of `quote` in the article's text (UTF-16 units), where it is still part of it. */
  span?: Span
  /** Figures and names the sentence for people needs: shared words, a proposed title, both dates. */
  detail?: Record<string, string | number | boolean | null | string[]>
}

/** A doubt about an article, with its evidence. */
export type Flag = { kind: FlagKind; evidence: Evidence; confidence: number }

/** A field that was read: its value, where it came from, and how sure that is (0 to 1). */
export type Field<T> = { value: T; evidence: Evidence; confidence: number }

export const PRECISIONS = ['minute', 'day', 'month', 'year'] as const
export type Precision = (typeof PRECISIONS)[number]

/** ISO 8601: `2024-04-25T10:30:00Z`, `2024-04-25`, `2024-04` or `2024`, as long as `precision` says. */
export type PublishedAt = { iso: string; precision: Precision }

export const BLOCK_KINDS = ['paragraph', 'heading', 'quote', 'list-item', 'caption'] as const
/** A block of an article's text; blocks are joined by a blank line, and a span never covers it. */
export type Block = Span & { kind: (typeof BLOCK_KINDS)[number] }

/** What was read out of one document. `null` fields were looked for and not found. */
export type ReadArticle = {
  title: Field<string> | null
  /** Blocks joined by `\n\n`; what readers see and every span counts in. */
  text: string
  blocks: Block[]
  publishedAt: Field<PublishedAt> | null
  /** A machine's date (page clock, crawl, modification): ISO day. Never taken for publication. */
  pageDate: Field<string> | null
  /** Name of the outlet as known to the vocabulary, else as printed. */
  source: Field<string> | null
  /** Who published it first, where the source republishes. */
  origin: Field<string> | null
  /** Identifier of the news agency behind the text: AFP, AP, Reuters. */
  agency: Field<string> | null
  byline: Field<string> | null
  /** ISO 639-1 (ckb for Sorani), or `und`. */
  language: Field<string>
  /** Canonical address of the article, where the document says it. */
  address: string | null
  flags: Flag[]
}
