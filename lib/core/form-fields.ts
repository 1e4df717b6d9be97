import { z } from 'zod'

/** Fields as forms send them: an empty box means "not known". */

/** A name of up to 200 characters, or null. */
export const name = z
  .string()
  .trim()
  .max(200)
  .transform((given) => given.replace(/\s+/g, ' ') || null)

/** A sentence or two of up to 500 characters, on one line, or null. */
export const sentence = z
  .string()
  .trim()
  .max(500)
  .transform((given) => given.replace(/\s+/g, ' ') || null)

/** One entry a line; empty lines and repetitions go. */
export const lines = (entry: z.ZodType<string, string> = z.string().max(200)) =>
  z
    .string()
    .max(50_000)
    .transform((given) => [...new Set(given.split('\n').map((line) => line.trim()))].filter(Boolean))
    .pipe(z.array(entry).max(1000))

/** ISO 3166-1 alpha-2, or null. */
export const countryCode = z.union([z.literal('').transform(() => null), z.string().regex(/^[A-Z]{2}$/)])
