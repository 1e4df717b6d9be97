import { z } from 'zod'

/** A list's address: what is searched for, and the last row of the page before. */
export const UserListParams = z.object({
  q: z.string().trim().max(200).optional().catch(undefined),
  after: z.uuid().optional().catch(undefined),
})
