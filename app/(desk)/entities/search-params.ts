import { z } from 'zod'
import { PlainWords } from '#lib/core/plain-words.ts'
import { EntityKind } from '#lib/db/generated/enums.ts'

/** `target`: what to search for something to relate the entity to. */
export const EntityParams = z.object({ target: z.string().trim().min(1).max(200).optional().catch(undefined) })

export const EntityListParams = z.object({
  q: z.string().trim().max(200).optional().catch(undefined),
  kind: z.enum(EntityKind).optional().catch(undefined),
  after: PlainWords.max(200).optional().catch(undefined),
})
