import { z } from 'zod'
import { EntityKind } from '#lib/db/generated/enums.ts'

export const EntityListParams = z.object({
  q: z.string().trim().max(200).optional().catch(undefined),
  kind: z.enum(EntityKind).optional().catch(undefined),
  after: z.string().max(200).optional().catch(undefined),
})
