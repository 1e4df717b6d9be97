import { FeedActions } from '#app/(desk)/sources/_components/feed-actions.tsx'
import { Badge, type Tone } from '#components/ui/badge.tsx'
import { Cell, HeadCell } from '#components/ui/table.tsx'
import { problemSentence } from '#lib/batches/problem-sentence.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import type { FeedHealth } from '#lib/sources/feed-health.ts'
import type { FeedListed } from '#lib/sources/list-feeds.ts'
import { spanInWords } from '#lib/sources/span-in-words.ts'

const TONES: Record<FeedHealth, Tone> = {
  sound: 'good',
  new: 'neutral',
  unsteady: 'doubt',
  failing: 'bad',
  gone: 'bad',
  silent: 'doubt',
  paused: 'neutral',
}

export async function FeedRow({ feed }: { feed: FeedListed }) {
  const i18n = await requestI18n()
  const { t, minute, day } = i18n
  const { address, title, health, failures, problem, lastPollAt, nextPollAt, lastItemAt, usualMinutes } = feed
  return (
    <tr>
      <HeadCell>
        {title && <bdi className="block">{title}</bdi>}
        <span dir="ltr" className="block text-start text-sm font-normal break-all text-muted">
          {address}
        </span>
      </HeadCell>
      <Cell className="min-w-48">
        <Badge tone={TONES[health]}>{t(`sources.feeds.health.${health}`)}</Badge>
        {failures > 0 && health !== 'gone' && (
          <p className="mt-1 text-sm">{t('sources.feeds.failures', { count: failures })}</p>
        )}
        {problem !== null && <p className="mt-1 text-sm text-muted">{problemSentence(i18n, problem)}</p>}
        {health === 'silent' && (
          <p className="mt-1 text-sm">{t('sources.feeds.silent', { since: day(lastItemAt ?? feed.createdAt) })}</p>
        )}
      </Cell>
      <Cell className="min-w-44 text-sm">
        {lastPollAt && <p>{t('sources.feeds.lastPoll', { when: minute(lastPollAt) })}</p>}
        {nextPollAt && (
          <p>
            {lastPollAt && nextPollAt > lastPollAt
              ? t('sources.feeds.nextPoll', { when: minute(nextPollAt) })
              : t('sources.feeds.soon')}
          </p>
        )}
      </Cell>
      <Cell className="min-w-44 text-sm">
        <p>{lastItemAt ? t('sources.feeds.lastItem', { when: minute(lastItemAt) }) : t('sources.feeds.noItem')}</p>
        {usualMinutes !== null && (
          <p className="text-muted">{t('sources.feeds.usual', { span: spanInWords(i18n, usualMinutes) })}</p>
        )}
      </Cell>
      <Cell>
        <FeedActions feedId={feed.id} name={title ?? address} isPaused={feed.pausedAt !== null} />
      </Cell>
    </tr>
  )
}
