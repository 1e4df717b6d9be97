import { z } from 'zod'

const id = z.string().min(1).max(200).optional().catch(undefined)

/** `parent` walks down the tree; `q` looks through all of it. */
export const TopicListParams = z.object({
  q: z.string().trim().max(200).optional().catch(undefined),
  parent: id,
  after: id,
})
