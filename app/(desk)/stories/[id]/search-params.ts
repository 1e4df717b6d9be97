import { z } from 'zod'

export const StoryParams = z.object({
  /** `1`: why its articles lie together. */
  why: z.literal('1').optional().catch(undefined),
  /** Words of a story to merge into this one. */
  find: z.string().trim().min(1).max(200).optional().catch(undefined),
})
