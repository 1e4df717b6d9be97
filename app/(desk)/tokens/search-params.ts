import { z } from 'zod'

/** The list's address: the last row of the page before. */
export const TokenListParams = z.object({ after: z.uuid().optional().catch(undefined) })
