import { z } from 'zod'

/** An account's address: trimmed and in lower case, so that one person has one account. */
export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email())
