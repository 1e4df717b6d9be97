import { EventFilter } from '#app/(desk)/audit/_components/event-filter.tsx'
import { EventTable } from '#app/(desk)/audit/_components/event-table.tsx'
import { auditParams } from '#app/(desk)/audit/search-params.ts'
import { Pager } from '#components/layout/pager.tsx'
import { Empty, Page } from '#components/ui/page.tsx'
import { listActors } from '#lib/audit/list-actors.ts'
import { listEvents } from '#lib/audit/list-events.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { pageContext } from '#lib/web/page-context.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const { t } = await requestI18n()
  return { title: t('audit.title') }
}

export default async function AuditPage({ searchParams }: Props) {
  const [ctx, { t }, given] = await Promise.all([pageContext('audit:read'), requestI18n(), searchParams])
  const { filter, query } = auditParams(given)
  const [{ events, next }, actors] = await Promise.all([listEvents(ctx, filter), listActors(ctx)])
  return (
    <Page title={t('audit.title')}>
      <EventFilter filter={filter} actors={actors} />
      {events.length === 0 ? <Empty>{t('auditLog.none')}</Empty> : <EventTable events={events} />}
      <Pager
        path="/audit"
        query={query}
        next={next && `${next.createdAt.toISOString()}_${next.id}`}
        isFirst={!filter.after}
      />
    </Page>
  )
}
