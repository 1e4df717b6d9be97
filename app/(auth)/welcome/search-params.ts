import { z } from 'zod'
import { ERROR_KEYS } from '#lib/core/errors.ts'

export const WelcomeParams = z.object({
  token: z.string().max(200).catch(''),
  error: z.enum(ERROR_KEYS).optional().catch(undefined),
})
