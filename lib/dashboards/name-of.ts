import type { Locale } from '#lib/i18n/i18n.ts'
import { nameIn } from '#lib/i18n/name-in.ts'

type Names = { nameAr?: string | null; nameEn?: string | null; nameFr?: string | null }

/** A name of a row in the reader's language, else in another it is known in. */
export const nameOf = (locale: Locale, { nameAr, nameEn, nameFr }: Names): string =>
  nameIn(locale, { ar: nameAr ?? null, en: nameEn ?? null, fr: nameFr ?? null }).text || '—'

export const topicName = (locale: Locale, topic: { labelAr: string | null; labelEn: string }): string =>
  nameOf(locale, { nameAr: topic.labelAr, nameEn: topic.labelEn })
