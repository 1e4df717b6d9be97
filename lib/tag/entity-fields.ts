import { z } from 'zod'
import { countryCode, lines, name } from '#lib/core/form-fields.ts'
import { EntityKind } from '#lib/db/generated/enums.ts'

/** What a manager says of a person, organisation or place; spellings come one a line. */
export const EntityFields = z
  .object({
    kind: z.enum(EntityKind),
    nameAr: name,
    nameEn: name,
    nameFr: name,
    titles: lines(),
    country: countryCode,
    aliasesAr: lines(),
    aliasesEn: lines(),
    aliasesFr: lines(),
    ambiguous: lines(),
    except: lines(),
  })
  .refine(({ nameAr, nameEn, nameFr }) => nameAr ?? nameEn ?? nameFr, { path: ['nameAr'] })
  .transform(({ aliasesAr, aliasesEn, aliasesFr, ambiguous, except, ...entity }) => ({
    ...entity,
    aliases: { ar: aliasesAr, en: aliasesEn, fr: aliasesFr, ambiguous, except },
  }))
export type EntityFields = z.output<typeof EntityFields>
