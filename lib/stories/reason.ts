import { z } from 'zod'

/** Why an editor decided so: may be left out; kept with the verdict and in the audit event, shown in the history. */
export const Reason = z.string().trim().max(500).default('')
