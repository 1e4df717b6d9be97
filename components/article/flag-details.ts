import { provenance } from '#components/article/provenance.ts'
import type { I18n } from '#lib/i18n/i18n.ts'

const words = (value: unknown): string[] => (Array.isArray(value) ? value.filter((v) => typeof v === 'string') : [])

/** The figures behind a flag, each as a sentence: shared words, languages, shares, both dates. Pure. */
export function flagDetails(i18n: I18n, kind: string, detail: Record<string, unknown> = {}): string[] {
  const { t, percent, languageName } = i18n
  const list = (items: string[]) => items.slice(0, 12).join(i18n.locale === 'ar' ? '، ' : ', ')
  const share = typeof detail.share === 'number' ? percent(detail.share) : ''
  if (kind === 'title-mismatch') {
    const [shared, missing] = [words(detail.shared), words(detail.missing)]
    return [
      shared.length > 0 ? t('article.flags.shared', { words: list(shared) }) : t('article.flags.sharedNone'),
      ...(missing.length > 0 ? [t('article.flags.missing', { words: list(missing) })] : []),
    ]
  }
  if (kind === 'date-disagrees')
    return [
      [detail.date, detail.dateRule],
      [detail.otherDate, detail.otherRule],
    ].flatMap(([date, rule]) =>
      typeof date === 'string' && typeof rule === 'string'
        ? [t('article.flags.saysDate', { date: i18n.day(noonOf(date)), where: provenance(i18n, { rule }) })]
        : [],
    )
  if (kind === 'mixed-language')
    return [t('article.flags.languages', { languages: list(words(detail.languages).map(languageName)), share })]
  if (kind === 'boilerplate-heavy' && typeof detail.lines === 'number')
    return [t('article.flags.furniture', { share, lines: detail.lines })]
  if (kind === 'encoding-repaired' && typeof detail.charset === 'string')
    return [t('article.flags.readAs', { charset: detail.charset })]
  return []
}

/** A day or month as an instant that is the same calendar day in every desk's zone. */
export const noonOf = (iso: string): Date => new Date(`${iso.length > 7 ? iso.slice(0, 10) : `${iso}-01`}T12:00:00Z`)
