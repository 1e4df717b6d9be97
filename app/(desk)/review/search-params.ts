import { z } from 'zod'
import type { ReviewCursor } from '#lib/stories/list-review.ts'

const Cursor = z.tuple([z.coerce.number().int(), z.coerce.number(), z.uuid(), z.enum(['text', 'event'])])

export const ReviewParams = z.object({
  /** The last item of the page before. */
  after: z
    .string()
    .transform((value, ctx): ReviewCursor => {
      const parsed = Cursor.safeParse(value.split('~'))
      if (!parsed.success) {
        ctx.addIssue('no cursor')
        return z.NEVER
      }
      const [size, margin, articleId, about] = parsed.data
      return { size, margin, articleId, about }
    })
    .optional()
    .catch(undefined),
})

/** The address of the list after this item. Pure. */
export const reviewLink = ({ size, margin, articleId, about }: ReviewCursor): string =>
  `/review?after=${[size, margin, articleId, about].join('~')}`
