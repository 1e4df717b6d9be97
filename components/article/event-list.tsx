import { Button } from '#components/ui/button.tsx'
import { eventSentence } from '#lib/i18n/event-sentence.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import { isolate } from '#lib/i18n/isolate.ts'
import { undoAction } from '#lib/web/undo-action.ts'

type Event = {
  id: string
  kind: string
  data: unknown
  createdAt: Date
  undoneAt: Date | null
  actor: { name: string } | null
}

/** What was done, newest first: who, when, and the sentence of each event. */
export function EventList({ events, i18n }: { events: Event[]; i18n: I18n }) {
  const { t } = i18n
  if (events.length === 0) return <p className="text-muted">{t('article.history.none')}</p>
  return (
    <ol className="space-y-2">
      {events.map((event) => (
        <li key={event.id} className="text-sm">
          <span className={event.undoneAt ? 'line-through' : ''}>{eventSentence(i18n, event)}</span>
          <Reason data={event.data} i18n={i18n} />
          <span className="block text-muted">
            <bdi>{event.actor?.name ?? t('article.history.system')}</bdi> ·{' '}
            <time dateTime={event.createdAt.toISOString()}>{i18n.minute(event.createdAt)}</time>
            {event.undoneAt && ` · ${t('article.history.undone')}`}
          </span>
          {event.kind === 'story.remerged' && !event.undoneAt && <TakeBack eventId={event.id} i18n={i18n} />}
        </li>
      ))}
    </ol>
  )
}

/** What the machine did by itself has no flash bar to be taken back in. */
function TakeBack({ eventId, i18n: { t } }: { eventId: string; i18n: I18n }) {
  return (
    <form action={undoAction} className="mt-1">
      <input type="hidden" name="eventId" value={eventId} />
      <Button small>{t('common.undo')}</Button>
    </form>
  )
}

/** What the editor gave as the reason, where one was given. */
function Reason({ data, i18n: { t } }: { data: unknown; i18n: I18n }) {
  const reason = typeof data === 'object' && data && 'reason' in data ? data.reason : ''
  if (typeof reason !== 'string' || reason === '') return null
  return <span className="block break-words">{t('review.because', { reason: isolate(reason) })}</span>
}
