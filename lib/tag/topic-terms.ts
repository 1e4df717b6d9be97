import { z } from 'zod'
import { isArabicScript } from '#lib/text/direction.ts'

/**
 * What `topic.terms` holds: words that suggest the topic. `w` is 2 where the phrase is enough alone, 1 where it is a
 * hint, 0 where it holds a term and means something else.
 */
export const TopicTerms = z.array(z.object({ t: z.string(), w: z.number(), language: z.string().default('und') }))
export type TopicTerms = z.infer<typeof TopicTerms>

/** Terms as a person writes them: one a line; `*` after one that is enough alone, `!` before one that must not count. */
export const termLines = (terms: TopicTerms): string[] =>
  terms.map(({ t, w }) => (w === 0 ? `! ${t}` : w >= 2 ? `${t} *` : t))

/** Reads {@link termLines} back. */
export function parseTermLine(line: string): TopicTerms[number] {
  const t = line.replace(/^!\s*|\s*\*$/g, '').trim()
  return { t, w: line.startsWith('!') ? 0 : line.endsWith('*') ? 2 : 1, language: isArabicScript(t) ? 'ar' : 'und' }
}
