import { z } from 'zod'
import { PlainWords } from '#lib/core/plain-words.ts'
import { EntityKind } from '#lib/db/generated/enums.ts'

export const EntityListParams = z.object({
  q: z.string().trim().max(200).optional().catch(undefined),
  kind: z.enum(EntityKind).optional().catch(undefined),
  after: PlainWords.max(200).optional().catch(undefined),
})
