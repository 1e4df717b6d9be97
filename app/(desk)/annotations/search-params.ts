import { z } from 'zod'
import { PlainWords } from '#lib/core/plain-words.ts'

const id = z.uuid().optional().catch(undefined)

export const NotesParams = z.object({
  q: PlainWords.trim()
    .max(200)
    .transform((words) => words || undefined)
    .optional()
    .catch(undefined),
  label: id,
  by: id,
  state: z.enum(['open', 'resolved', 'unplaced']).optional().catch(undefined),
  mine: z.enum(['1']).optional().catch(undefined),
  after: id,
})
export type NotesParams = z.output<typeof NotesParams>
