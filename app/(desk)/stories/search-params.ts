import { z } from 'zod'
import { isSensibleTime } from '#lib/core/plain-words.ts'

const optional = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined)

export const StoriesParams = z.object({
  /** Words of a story. */
  q: optional(z.string().trim().min(1).max(200)),
  /** `1`: only stories that several articles tell. */
  several: optional(z.literal('1')),
  /** The last story of the page before: its time and id. */
  after: optional(
    z.string().transform((value, ctx) => {
      const [time = '', id = ''] = value.split('~')
      const parsed = z
        .object({ lastAt: z.coerce.date().refine(isSensibleTime), id: z.uuid() })
        .safeParse({ lastAt: time, id })
      if (parsed.success) return parsed.data
      ctx.addIssue('no cursor')
      return z.NEVER
    }),
  ),
})
export type StoriesParams = z.output<typeof StoriesParams>

/** The address of the list with these parameters. Pure. */
export function storiesLink({ q, several, after }: StoriesParams): string {
  const params = new URLSearchParams()
  if (q) params.set('q', q)
  if (several) params.set('several', several)
  if (after) params.set('after', `${after.lastAt.toISOString()}~${after.id}`)
  return params.size > 0 ? `/stories?${params}` : '/stories'
}
