import { articleTime, sourceLabel } from '#components/article/source-line.tsx'
import { type Delay, delayBehind, type First, isDated } from '#components/article/who-first.ts'
import type { ArticleLine, Origin } from '#lib/core/article-line.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import { isolate } from '#lib/i18n/isolate.ts'

type Credited = ArticleLine & Origin

const nameOf = (i18n: I18n, article: ArticleLine): string =>
  isolate(sourceLabel(i18n, article) ?? i18n.t('desk.unknownSource'))

/** Who was first with a text or a story, or why that is not known. */
export function FirstLine({ told, of, i18n }: { told: First<Credited>; of: 'text' | 'story'; i18n: I18n }) {
  const { t } = i18n
  if (!told.first) return <p>{t(`review.origin.unknown-${told.because}`)}</p>
  const values = { source: nameOf(i18n, told.first), time: articleTime(i18n, told.first) }
  return <p>{t(of === 'text' ? 'review.origin.first' : 'review.origin.firstOfStory', values)}</p>
}

/** From whom an article has its text, as far as it says so, and how long after the first it came. */
export function OriginLine({ article, told, i18n }: { article: Credited; told: First<Credited>; i18n: I18n }) {
  const parts = [creditOf(i18n, article), timeOf(i18n, article, told.first)].filter((part) => part !== '')
  return parts.length > 0 && <p className="text-sm text-muted">{parts.join(' · ')}</p>
}

function creditOf(i18n: I18n, article: Credited): string {
  const own = sourceLabel(i18n, article)
  const agency = article.wire && i18n.agencyName(article.wire)
  if (agency && agency !== own) return i18n.t('review.origin.agency', { agency: isolate(agency) })
  const origin = article.originName
  return origin && origin !== own ? i18n.t('review.origin.credited', { source: isolate(origin) }) : ''
}

function timeOf(i18n: I18n, article: Credited, first: Credited | null): string {
  if (!isDated(article)) return i18n.t('review.origin.undated')
  const delay = delayBehind(first, article)
  if (!first || delay === null) return ''
  const source = nameOf(i18n, first)
  if (delay === 'same-time') return i18n.t('review.origin.sameTime', { source })
  if (delay === 'same-day') return i18n.t('review.origin.sameDay', { source })
  return i18n.t('review.origin.after', { source, delay: lengthOf(i18n, delay) })
}

function lengthOf({ t, format }: I18n, delay: Exclude<Delay, string>): string {
  const parts = (['days', 'hours', 'minutes'] as const).flatMap((unit) => {
    const count = delay[unit] ?? 0
    return count > 0 ? [t(`review.origin.${unit}`, { count })] : []
  })
  return format.list(parts)
}
