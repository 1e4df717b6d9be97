import { z } from 'zod'
import { countryCode, lines, name } from '#lib/core/form-fields.ts'
import { SourceKind } from '#lib/db/generated/enums.ts'

const isTimeZone = (zone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}

/** A host, with the path of an edition where one outlet has several: `aawsat.com`, `bbc.com/arabic`. */
const Domain = z
  .string()
  .toLowerCase()
  .transform((given) =>
    given
      .replace(/^https?:\/\//, '')
      .replace(/^www\./, '')
      .replace(/\/+$/, ''),
  )
  .pipe(z.string().regex(/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(\/\S*)?$/u))

/** What an admin says of an outlet. Aliases and domains come one a line. */
export const SourceFields = z
  .object({
    kind: z.enum(SourceKind),
    nameAr: name,
    nameEn: name,
    nameFr: name,
    aliases: lines(),
    domains: lines(Domain),
    country: countryCode,
    language: z.union([z.literal('').transform(() => null), z.string().regex(/^[a-z]{2,3}$/)]),
    timeZone: z.union([z.literal('').transform(() => null), z.string().refine(isTimeZone)]),
  })
  .refine(({ nameAr, nameEn, nameFr }) => nameAr ?? nameEn ?? nameFr, { path: ['nameAr'] })

/** The name an audit sentence calls it by. */
export const mainName = (names: { nameAr: string | null; nameEn: string | null; nameFr: string | null }): string =>
  names.nameAr ?? names.nameEn ?? names.nameFr ?? ''
