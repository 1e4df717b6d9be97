import type { FlagKind, Precision } from '#lib/core/article.ts'

/** Names of something in the three languages the desk keeps names in. */
export type Names = { ar: string | null; en: string | null; fr: string | null }

export type FlagLine = {
  kind: FlagKind
  evidence: { quote?: string; detail?: Record<string, unknown> }
  confidence: number
}

export type TagLine = {
  id: string
  kind: 'topic' | 'entity' | 'country'
  /** Identifier of the topic or entity, or the country's code. */
  subject: string
  names: Names
  state: 'suggested' | 'accepted' | 'rejected'
  origin: 'rule' | 'model' | 'person'
  /** False for a suggestion that "accept all" leaves alone. */
  sure: boolean
  score: number
}

/** An article as one line of a list: what the desk, a story and the article screen's neighbours show. */
export type ArticleLine = {
  id: string
  title: string | null
  language: string
  sourceId: string | null
  /** Of the source as the desk knows it; all null where it does not. */
  sourceNames: Names
  /** As printed, where the source is not in the list. */
  printedSource: string | null
  agency: string | null
  publishedAt: Date | null
  publishedPrecision: Precision | null
  receivedAt: Date
  /** Published, or received where that is not known: what lists are sorted by. */
  sortAt: Date
  state: 'new' | 'working' | 'done' | 'archived'
  assigneeId: string | null
  assigneeName: string | null
  /** By when it is to be dealt with, and whether that has passed while it waits. */
  dueAt: Date | null
  isOverdue: boolean
  storyId: string | null
  duplicateGroupId: string | null
  wordCount: number
  flags: FlagLine[]
}

/** Whom an article names as the origin of its text: another publisher, or the agency it is by. */
export type Origin = { originName: string | null; wire: string | null }
