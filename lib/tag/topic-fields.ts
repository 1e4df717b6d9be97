import { z } from 'zod'
import { lines, name, sentence } from '#lib/core/form-fields.ts'
import { parseTermLine } from '#lib/tag/topic-terms.ts'

/** What a manager says of a topic; terms come one a line (lib/tag/topic-terms.ts). */
export const TopicFields = z
  .object({
    labelAr: name,
    labelEn: name,
    definitionAr: sentence,
    terms: lines().transform((given) => given.map(parseTermLine).filter(({ t }) => t)),
  })
  .refine(({ labelAr, labelEn }) => labelAr ?? labelEn, { path: ['labelAr'] })

export const TopicId = z.string().min(1).max(200)
