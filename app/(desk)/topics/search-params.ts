import { z } from 'zod'
import { PlainWords } from '#lib/core/plain-words.ts'

const id = PlainWords.min(1).max(200).optional().catch(undefined)

/** `parent` walks down the tree; `q` looks through all of it. */
export const TopicListParams = z.object({
  q: z.string().trim().max(200).optional().catch(undefined),
  parent: id,
  after: id,
})

/** `into`: what to search for a topic to merge this one into. */
export const TopicParams = z.object({ into: z.string().trim().min(1).max(200).optional().catch(undefined) })
