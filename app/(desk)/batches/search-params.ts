import { z } from 'zod'

export const BatchListParams = z.object({
  after: z.uuid().optional().catch(undefined),
  /** `gathered`: what comes by itself, out of feeds and programs. */
  show: z.literal('gathered').optional().catch(undefined),
})

export const ReportParams = z.object({
  state: z.enum(['waiting', 'read', 'already', 'unreadable']).optional().catch(undefined),
  after: z.uuid().optional().catch(undefined),
})
