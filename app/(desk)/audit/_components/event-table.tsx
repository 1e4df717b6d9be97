import Link from 'next/link'
import { subjectPath } from '#app/(desk)/audit/_components/subject-path.ts'
import { Badge } from '#components/ui/badge.tsx'
import { Cell, Table } from '#components/ui/table.tsx'
import type { AuditRow } from '#lib/audit/list-events.ts'
import { eventSentence } from '#lib/i18n/event-sentence.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'

export async function EventTable({ events }: { events: AuditRow[] }) {
  const i18n = await requestI18n()
  const { t, minute } = i18n
  return (
    <Table
      caption={t('auditLog.caption')}
      headings={[t('auditLog.when'), t('auditLog.who'), t('auditLog.what'), t('auditLog.subject')]}
    >
      {events.map((event) => {
        const path = subjectPath(event)
        return (
          <tr key={event.id}>
            <Cell className="text-sm whitespace-nowrap">
              <time dateTime={event.createdAt.toISOString()}>{minute(event.createdAt)}</time>
            </Cell>
            <Cell className="whitespace-nowrap">
              {event.actorName ? (
                <bdi>{event.actorName}</bdi>
              ) : (
                <span className="text-muted">{t('auditLog.system')}</span>
              )}
            </Cell>
            <Cell className="min-w-64">
              {eventSentence(i18n, event)} {event.undoneAt && <Badge>{t('auditLog.wasUndone')}</Badge>}
            </Cell>
            <Cell className="text-sm whitespace-nowrap">
              {path && (
                <Link href={path} prefetch={false} className="me-2 text-accent hover:underline">
                  {t('auditLog.open')}
                </Link>
              )}{' '}
              <Link href={`/audit?kind=${event.kind}`} prefetch={false} className="text-muted hover:underline">
                {t('auditLog.onlyThisKind')}
              </Link>
            </Cell>
          </tr>
        )
      })}
    </Table>
  )
}
