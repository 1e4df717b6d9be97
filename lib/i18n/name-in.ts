import type { Names } from '#lib/core/article-line.ts'
import type { Locale } from '#lib/i18n/i18n.ts'

/** The name in the reader's language, else in the nearest there is: Arabic readers meet Latin names in English. Pure. */
export const nameIn = (locale: Locale, { ar, en, fr }: Names): string | null =>
  locale === 'ar' ? (ar ?? en ?? fr) : (en ?? fr ?? ar)
