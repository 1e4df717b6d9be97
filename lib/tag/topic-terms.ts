import { z } from 'zod'

/**
 * What `topic.terms` holds: words that suggest the topic. `w` is 2 where the phrase is enough alone, 1 where it is a
 * hint, 0 where it holds a term and means something else.
 */
export const TopicTerms = z.array(z.object({ t: z.string(), w: z.number(), language: z.string().default('und') }))
export type TopicTerms = z.infer<typeof TopicTerms>
