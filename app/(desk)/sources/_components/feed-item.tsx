import { FeedActions } from '#app/(desk)/sources/_components/feed-actions.tsx'
import { FeedTitle } from '#app/(desk)/sources/_components/feed-title.tsx'
import { Badge, type Tone } from '#components/ui/badge.tsx'
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

/** One feed: what it is, how it does and why, when it is asked, and what can be done with it. */
export async function FeedItem({ feed }: { feed: FeedListed }) {
  const { address, title } = feed
  return (
    <li className="grid gap-x-4 gap-y-2 py-3 lg:grid-cols-[2fr_2fr_2fr_16rem]">
      <div className="font-semibold">
        <FeedTitle address={address} title={title} />
      </div>
      <State feed={feed} />
      <Times feed={feed} />
      <FeedActions feedId={feed.id} name={title ?? address} isPaused={feed.pausedAt !== null} />
    </li>
  )
}

async function State({ feed: { health, failures, problem, lastItemAt, createdAt } }: { feed: FeedListed }) {
  const i18n = await requestI18n()
  const { t, day } = i18n
  return (
    <div className="text-sm">
      <Badge tone={TONES[health]}>{t(`sources.feeds.health.${health}`)}</Badge>
      {failures > 0 && health !== 'gone' && <p className="mt-1">{t('sources.feeds.failures', { count: failures })}</p>}
      {problem !== null && <p className="mt-1 text-muted">{problemSentence(i18n, problem)}</p>}
      {health === 'silent' && (
        <p className="mt-1">{t('sources.feeds.silent', { since: day(lastItemAt ?? createdAt) })}</p>
      )}
    </div>
  )
}

async function Times({ feed: { lastPollAt, nextPollAt, lastItemAt, usualMinutes } }: { feed: FeedListed }) {
  const i18n = await requestI18n()
  const { t, minute } = i18n
  const next =
    nextPollAt && (lastPollAt ? t('sources.feeds.nextPoll', { when: minute(nextPollAt) }) : t('sources.feeds.soon'))
  return (
    <div className="text-sm">
      {lastPollAt && <p>{t('sources.feeds.lastPoll', { when: minute(lastPollAt) })}</p>}
      {next && <p>{next}</p>}
      <p>{lastItemAt ? t('sources.feeds.lastItem', { when: minute(lastItemAt) }) : t('sources.feeds.noItem')}</p>
      {usualMinutes !== null && (
        <p className="text-muted">{t('sources.feeds.usual', { span: spanInWords(i18n, usualMinutes) })}</p>
      )}
    </div>
  )
}
