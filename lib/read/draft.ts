import type { Block, Evidence } from '#lib/core/article.ts'

/** A value that a rule read, before the rules are weighed against each other. */
export type Clue<T = string> = { value: T; evidence: Evidence; confidence: number }

/** A block before the blocks are joined: spans are known only then. */
export type DraftBlock = { kind: Block['kind']; text: string }

/**
 * What a date stands for on the page: the publication, a change as readers are told of it, a change as a machine notes it
 * (never taken for publication), or whatever day the page was shown.
 */
export type DateRole = 'published' | 'modified' | 'changed' | 'page'

/** Words that carry a date, with what the place says about them. */
export type DateWords = { text: string; role: DateRole; rule: string; confidence: number }

/** A line outside the article: still evidence of who, when and in which language. */
export type Aside = { text: string; place: 'before' | 'inside' | 'after' }

/** What a page or a plain text gives before it is judged: candidates, never decisions. */
export type Draft = {
  titles: Clue[]
  blocks: DraftBlock[]
  asides: Aside[]
  dates: DateWords[]
  siteNames: Clue[]
  origins: Clue[]
  authors: Clue[]
  /** What was said to stop the text: a paywall, a "read more". */
  cuts: string[]
  /** What in a page's code says that the rest is for subscribers. */
  barrier: string | null
  /** Language that the document declares, if it does. */
  declaredLanguage: string | null
  address: string | null
  /** Words outside the article for each word of the document, 0 to 1. */
  furnitureShare: number
}

/** A draft with nothing in it. */
export const emptyDraft = (): Draft => ({
  titles: [],
  blocks: [],
  asides: [],
  dates: [],
  siteNames: [],
  origins: [],
  authors: [],
  cuts: [],
  barrier: null,
  declaredLanguage: null,
  address: null,
  furnitureShare: 0,
})
