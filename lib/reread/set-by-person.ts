import type { FlagKind } from '#lib/core/article.ts'

/** What a person may have set, as the evidence names it. */
export type PersonsField = 'title' | 'text' | 'publishedAt' | 'source' | 'byline' | 'agency' | 'language'

/** Names of the fields whose evidence says that a person set them: no later reading touches these. */
export function setByPerson(evidence: unknown): ReadonlySet<string> {
  const entries = Object.entries((evidence ?? {}) as Record<string, { rule?: unknown; by?: unknown } | null>)
  return new Set(entries.filter(([, of]) => of?.rule === 'person' || of?.by !== undefined).map(([field]) => field))
}

/** What each doubt is about: where a person has set it, the doubt is that person's to have. */
const ABOUT: Record<FlagKind, PersonsField[]> = {
  'title-missing': ['title'],
  'title-mismatch': ['title', 'text'],
  'date-missing': ['publishedAt'],
  'date-of-page': ['publishedAt'],
  'date-inferred': ['publishedAt'],
  'date-disagrees': ['publishedAt'],
  'source-unknown': ['source'],
  truncated: ['text'],
  'machine-translated': ['text'],
  'mixed-language': ['text'],
  'encoding-repaired': ['text'],
  'boilerplate-heavy': ['text'],
  'desk-rule': [],
}

/** Whether a doubt of this kind is settled by what a person set. */
export const isAnswered = (kind: string, persons: ReadonlySet<string>): boolean =>
  (ABOUT[kind as FlagKind] ?? []).some((field) => persons.has(field))
