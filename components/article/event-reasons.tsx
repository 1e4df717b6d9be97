import { Badge } from '#components/ui/badge.tsx'
import { listedName } from '#lib/compare/entity-names.ts'
import type { EventReason } from '#lib/compare/same-event.ts'
import type { Shared } from '#lib/compare/shared-names.ts'
import type { StoryReasons } from '#lib/compare/why-in-story.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import { directionOf } from '#lib/text/direction.ts'

type Props = {
  why: StoryReasons
  language: string
  /** The score as it was when the article came, where that is what is asked about. */
  score?: number
  threshold?: number
  /** What is said of a score that falls short. */
  under: string
  i18n: I18n
}

/** Why an article is held to tell of an event, in words: the score, what is shared, what speaks for it and against. */
export function EventReasons({ why, language, score = why.score, threshold = why.threshold, under, i18n }: Props) {
  const { t, format } = i18n
  const share = (value: number) => format.number(Math.min(1, value), { style: 'percent', maximumFractionDigits: 1 })
  const shared = (['names', 'numbers', 'phrases', 'words'] as const).filter((kind) => why[kind].length > 0)
  return (
    <div className="space-y-1 text-sm">
      <p>
        {t('review.why.score', { score: share(score), threshold: share(threshold) })}{' '}
        <Badge tone={score >= threshold ? 'good' : 'doubt'}>{score >= threshold ? t('review.why.over') : under}</Badge>
      </p>
      {shared.length === 0 && <p className="text-muted">{t('review.why.nothing')}</p>}
      {shared.map((kind) => (
        <p key={kind}>
          <span className="text-muted">{t(`review.why.${kind}`)}:</span> <Quotes of={why[kind]} language={language} />
        </p>
      ))}
      <ul className="ms-4 list-disc">
        {!why.isDated && <li>{t('review.why.undated')}</li>}
        {why.isDated && !why.because.some((reason) => reason.kind === 'time') && <li>{t('review.why.inTime')}</li>}
        {why.because.map((reason) => (
          <li key={reason.kind}>
            {reasonSentence(i18n, reason)} <span className="text-muted">{weightOf(i18n, reason)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Words as the article writes them, each once, between the commas of the reader's language. */
function Quotes({ of, language }: { of: readonly Shared[]; language: string }) {
  const quotes = [...new Set(of.map((one) => one.quote))]
  return quotes.map((quote, i) => (
    <span key={quote}>
      {i > 0 && ' · '}
      <bdi {...(language === 'und' ? {} : { lang: language })} dir={directionOf(language)} className="font-semibold">
        {quote}
      </bdi>
    </span>
  ))
}

/** What leaves less of the score is the next issue of a bulletin; what leaves more, only that no number is shared. */
const TEMPLATE = 0.5

/** A Monday in UTC: what the names of the days are counted from. */
const MONDAY = Date.UTC(2024, 0, 1)

/** A reason as a sentence. Pure. */
export function reasonSentence(i18n: I18n, reason: EventReason): string {
  const { t, format, number } = i18n
  const list = (values: Iterable<string>) => format.list(values)
  const places = (codes: string[]) => list(codes.map(i18n.countryName))
  const days = (of: number[]) =>
    list(
      of.map((day) => format.dateTime(new Date(MONDAY + (day - 1) * 86_400_000), { weekday: 'long', timeZone: 'UTC' })),
    )
  switch (reason.kind) {
    case 'same-place':
      return t('review.why.same-place', { places: places(reason.places) })
    case 'other-place':
      return t('review.why.other-place', { here: places(reason.article), there: places(reason.story) })
    case 'other-town': {
      const towns = (ids: string[]) => list(ids.map((id) => listedName(id, i18n.locale)))
      return t('review.why.other-town', { here: towns(reason.article), there: towns(reason.story) })
    }
    case 'other-deaths':
      return t('review.why.other-deaths', {
        here: list(reason.article.map(number)),
        there: list(reason.story.map(number)),
      })
    case 'other-weekday':
      return t('review.why.other-weekday', { here: days(reason.article), there: days(reason.story) })
    case 'time':
      return t('review.why.time', { hours: Math.max(1, Math.round(reason.hours)) })
    case 'meaning':
      return t('review.why.meaning', { percent: i18n.percent(Math.min(1, reason.cosine)) })
    case 'runner-up':
      return t('review.why.runner-up', {
        score: format.number(Math.min(1, reason.score), { style: 'percent', maximumFractionDigits: 1 }),
      })
    case 'other-numbers':
      return t(reason.factor < TEMPLATE ? 'review.why.other-numbers' : 'review.why.no-number')
    default:
      return t(`review.why.${reason.kind}`)
  }
}

/** What a reason does to the score. Pure. */
function weightOf({ t, format, percent }: I18n, reason: EventReason): string {
  if (!('factor' in reason)) return ''
  const { factor } = reason
  const words =
    factor > 1
      ? t('review.why.raises', { times: format.number(factor, { maximumFractionDigits: 1 }) })
      : t('review.why.lowers', { percent: percent(factor) })
  return `(${words})`
}
