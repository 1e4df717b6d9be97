import { z } from 'zod'

export const StoryParams = z.object({
  /** Words of a story to merge into this one. */
  find: z.string().trim().min(1).max(200).optional().catch(undefined),
})
