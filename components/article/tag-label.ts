import type { TagLine } from '#lib/core/article-line.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import { nameIn } from '#lib/i18n/name-in.ts'

/** What a tag is called in the reader's language. Pure. */
export const tagLabel = (i18n: I18n, { kind, subject, names }: Pick<TagLine, 'kind' | 'subject' | 'names'>): string =>
  kind === 'country' ? i18n.countryName(subject) : nameIn(i18n.locale, names).text || subject
