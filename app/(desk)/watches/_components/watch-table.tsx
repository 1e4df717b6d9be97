import Link from 'next/link'
import { pauseWatchAction, removeWatchAction, resumeWatchAction } from '#app/(desk)/watches/actions.ts'
import { StandingButtons } from '#components/layout/standing-buttons.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Cell, HeadCell, Table } from '#components/ui/table.tsx'
import { problemSentence } from '#lib/batches/problem-sentence.ts'
import { deskLink } from '#lib/core/desk-link.ts'
import type { Context } from '#lib/db/context.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import { filterSentence } from '#lib/search/filter-sentence.ts'
import type { WatchListed } from '#lib/watches/list-watches.ts'

const ACTIONS = { pause: pauseWatchAction, resume: resumeWatchAction, remove: removeWatchAction }
type Props = { ctx: Context; watches: WatchListed[]; i18n: I18n }

export function WatchTable({ ctx, watches, i18n }: Props) {
  const { t, number } = i18n
  const words = { pause: t('watches.pause'), resume: t('watches.resume'), remove: t('watches.remove') }
  return (
    <Table
      caption={t('watches.caption')}
      headings={[t('watches.name'), t('watches.pace'), t('watches.found'), t('watches.state'), t('lists.edit')]}
    >
      {watches.map((watch) => (
        <tr key={watch.id} className="hover:bg-raised">
          <HeadCell>
            <Link href={`/watches/${watch.id}`} className="text-accent hover:underline">
              <bdi>{watch.name}</bdi>
            </Link>
            <span className="block text-sm font-normal text-muted">
              <bdi>{filterSentence(ctx, i18n, watch.filter)}</bdi>
            </span>
          </HeadCell>
          <Cell>{t(`watches.paces.${watch.pace}`)}</Cell>
          <Cell>
            <Link href={deskLink(watch.filter)} prefetch={false} className="text-accent hover:underline">
              {number(watch.found)}
            </Link>{' '}
            {watch.unseen > 0 && <Badge tone="accent">{t('watches.unseen', { count: watch.unseen })}</Badge>}
          </Cell>
          <Cell>
            <Badge tone={watch.pausedAt ? 'neutral' : 'good'}>
              {t(watch.pausedAt ? 'watches.paused' : 'watches.on')}
            </Badge>
            <Sent watch={watch} i18n={i18n} />
          </Cell>
          <Cell>
            <StandingButtons
              id={watch.id}
              name={watch.name}
              isPaused={watch.pausedAt !== null}
              actions={ACTIONS}
              words={words}
            />
          </Cell>
        </tr>
      ))}
    </Table>
  )
}

function Sent({ watch: { problem, failures, sentAt }, i18n }: { watch: WatchListed; i18n: I18n }) {
  const { t, minute } = i18n
  if (failures > 0)
    return (
      <p className="mt-1 text-sm text-bad">{t('watches.failed', { count: failures, why: whyOf(problem, i18n) })}</p>
    )
  return sentAt && <p className="mt-1 text-sm text-muted">{t('watches.sent', { time: minute(sentAt) })}</p>
}

function whyOf(problem: unknown, i18n: I18n): string {
  const { key, said } = (problem ?? {}) as { key?: string; said?: string }
  return key === 'mail-failed'
    ? i18n.t('watches.mailFailed', { said: said ?? '' })
    : (problemSentence(i18n, problem) ?? '')
}
