import { z } from 'zod'

export const SourceListParams = z.object({
  q: z.string().trim().max(200).optional().catch(undefined),
  after: z.uuid().optional().catch(undefined),
})
