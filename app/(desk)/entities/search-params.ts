import { z } from 'zod'
import { PlainWords } from '#lib/core/plain-words.ts'
import { EntityKind } from '#lib/db/generated/enums.ts'

const Words = z.string().trim().min(1).max(200).optional().catch(undefined)

/** What to search for: `target`, something to relate the entity to; `into`, the entity it turns out to be. */
export const EntityParams = z.object({ target: Words, into: Words })

export const EntityListParams = z.object({
  q: z.string().trim().max(200).optional().catch(undefined),
  kind: z.enum(EntityKind).optional().catch(undefined),
  after: PlainWords.max(200).optional().catch(undefined),
})
