import { z } from 'zod'

/** What is to be read again (everything, where neither is said), and the run that was started. */
export const RereadParams = z.object({
  batch: z.uuid().optional().catch(undefined),
  source: z.uuid().optional().catch(undefined),
  run: z.uuid().optional().catch(undefined),
})
