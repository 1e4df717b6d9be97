import { z } from 'zod'
import { ArticleFilter } from '#lib/db/article-filter.ts'

const Understood = z.object({ tsquery: z.string().optional() })

/** The filter of a run as it was understood when it began; reading the words again might understand them otherwise. */
export const storedFilter = (stored: unknown): ArticleFilter => ({
  ...ArticleFilter.parse(stored),
  ...Understood.parse(stored),
})
