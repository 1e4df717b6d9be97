import { z } from 'zod'

const Spellings = z.array(z.string()).default([])

/**
 * What `entity.aliases` holds: other spellings by language; those that mean something else too (`ambiguous`: they count
 * only beside a sure name); and longer phrases that are something else (`except`).
 */
export const EntityAliases = z.object({
  ar: Spellings,
  en: Spellings,
  fr: Spellings,
  ambiguous: Spellings,
  except: Spellings,
})
export type EntityAliases = z.infer<typeof EntityAliases>
