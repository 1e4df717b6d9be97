import type { I18n } from '#lib/i18n/i18n.ts'

const words = (value: unknown): string[] => (Array.isArray(value) ? value.filter((v) => typeof v === 'string') : [])

/** The figures behind a flag, each as a sentence: shared words, languages, shares. Pure. */
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
  if (kind === 'mixed-language')
    return [t('article.flags.languages', { languages: list(words(detail.languages).map(languageName)), share })]
  if (kind === 'boilerplate-heavy' && typeof detail.lines === 'number')
    return [t('article.flags.furniture', { share, lines: detail.lines })]
  if (kind === 'encoding-repaired' && typeof detail.readAs === 'string')
    return [t('article.flags.readAs', { charset: detail.readAs })]
  return []
}
