import type { ArticleLine } from '#lib/core/article-line.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import { nameIn } from '#lib/i18n/name-in.ts'

type Shown = Pick<
  ArticleLine,
  'sourceNames' | 'printedSource' | 'agency' | 'publishedAt' | 'publishedPrecision' | 'receivedAt'
>

/** What its source is called, or null where that is not known. Pure. */
export const sourceLabel = (i18n: I18n, { sourceNames, printedSource }: Shown): string | null =>
  nameIn(i18n.locale, sourceNames).text || printedSource

/** A date as exactly as it is known; when it came in, and that it says so, where publication is not known. Pure. */
export function articleTime(i18n: I18n, { publishedAt, publishedPrecision, receivedAt }: Shown): string {
  if (!publishedAt) return i18n.t('desk.received', { time: i18n.minute(receivedAt) })
  if (publishedPrecision === 'minute') return i18n.minute(publishedAt)
  if (publishedPrecision === 'month') return i18n.month(publishedAt)
  if (publishedPrecision === 'year') return i18n.format.dateTime(publishedAt, { year: 'numeric' })
  return i18n.day(publishedAt)
}

/** Who published it, on whose wire, and when. */
export function SourceLine({ article, i18n }: { article: Shown; i18n: I18n }) {
  const source = sourceLabel(i18n, article)
  const at = article.publishedAt ?? article.receivedAt
  const agency = article.agency && i18n.agencyName(article.agency)
  return (
    <p className="text-sm text-muted">
      <bdi className="font-semibold">{source ?? i18n.t('desk.unknownSource')}</bdi>
      {agency && agency !== source && (
        <>
          {' · '}
          <bdi>{agency}</bdi>
        </>
      )}
      {' · '}
      <time dateTime={at.toISOString()}>{articleTime(i18n, article)}</time>
    </p>
  )
}
