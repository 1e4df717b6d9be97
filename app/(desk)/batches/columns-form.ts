import { z } from 'zod'
import { ReadWithColumnsInput } from '#lib/columns/read-with-columns.ts'

const json = z.string().transform((text, ctx) => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    ctx.addIssue('not JSON')
    return z.NEVER
  }
})

/** The form above the tables as the command takes it: each table is one field of JSON. */
export const ColumnsForm = z
  .object({
    batchId: z.string(),
    fileId: z.string().optional(),
    sourceId: z
      .string()
      .default('')
      .transform((id) => id || null),
    remember: z
      .literal('on')
      .optional()
      .transform((on) => on === 'on'),
    tables: z.array(json).default([]),
  })
  .pipe(ReadWithColumnsInput)
