import { z } from 'zod'
import { EntityKind } from '#lib/db/generated/enums.ts'
import type { NewName } from '#lib/tag/new-names/new-names-in.ts'
import { isArabicScript } from '#lib/text/direction.ts'

const Counts = z.record(z.string(), z.number())

/**
 * What `seen_name.evidence` holds, in articles: how many have a title or an office before the name, in how many only the
 * rest of the sentence speaks for it, how it is written, what it was taken for, and in which languages. A tally of what
 * was seen: an undone batch does not take its part out of it, as it does of `articles`.
 */
export const NameEvidence = z.object({
  titles: z.number().default(0),
  context: z.number().default(0),
  spellings: Counts.default({}),
  kinds: Counts.default({}),
  languages: Counts.default({}),
})
export type NameEvidence = z.infer<typeof NameEvidence>

/** Misprints of a name seen often are without number; those seen first are kept. */
const MOST_SPELLINGS = 20

/** Counts a name of one more article in. Pure. */
export function counted(evidence: NameEvidence, { kind, quote, titled }: NewName, language: string): NameEvidence {
  const { titles, context, spellings, kinds, languages } = evidence
  const isFull = Object.keys(spellings).length >= MOST_SPELLINGS && !spellings[quote]
  return {
    titles: titles + Number(titled),
    context: context + Number(!titled),
    spellings: isFull ? spellings : oneMore(spellings, quote),
    kinds: oneMore(kinds, kind),
    languages: oneMore(languages, language),
  }
}

const oneMore = (counts: Record<string, number>, key: string) => ({ ...counts, [key]: (counts[key] ?? 0) + 1 })

/** Keys, the most frequent first. */
const byCount = (counts: Record<string, number>): string[] =>
  Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([key]) => key)

export const spellingsOf = ({ spellings }: NameEvidence): string[] => byCount(spellings)

/** What most articles take the name for. */
export const kindOf = ({ kinds }: NameEvidence): EntityKind =>
  byCount(kinds).find((kind) => kind in EntityKind) as EntityKind

/** The field of an entity that a spelling of the name belongs in: by its letters, and by the articles where they are Latin. */
export function languageOf(spelling: string, { languages }: NameEvidence): 'ar' | 'en' | 'fr' {
  if (isArabicScript(spelling)) return 'ar'
  return (languages.fr ?? 0) > (languages.en ?? 0) ? 'fr' : 'en'
}
