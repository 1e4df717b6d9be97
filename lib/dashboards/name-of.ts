import type { Locale } from '#lib/i18n/i18n.ts'

type Names = { nameAr?: string | null; nameEn?: string | null; nameFr?: string | null }

/** A name in the reader's language, else in another it is known in. */
export const nameOf = (locale: Locale, { nameAr, nameEn, nameFr }: Names): string =>
  (locale === 'ar' ? (nameAr ?? nameEn ?? nameFr) : (nameEn ?? nameFr ?? nameAr)) ?? '—'

export const topicName = (locale: Locale, topic: { labelAr: string | null; labelEn: string }): string =>
  locale === 'ar' ? (topic.labelAr ?? topic.labelEn) : topic.labelEn
