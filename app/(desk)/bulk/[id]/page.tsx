import Link from 'next/link'
import { z } from 'zod'
import { stopBulkRunAction } from '#app/(desk)/bulk/actions.ts'
import { Button, buttonClass } from '#components/ui/button.tsx'
import { Page, Panel } from '#components/ui/page.tsx'
import { Progress } from '#components/ui/progress.tsx'
import { Refresh } from '#components/ui/refresh.tsx'
import { getBulkRun } from '#lib/bulk/get-bulk-run.ts'
import { storedFilter } from '#lib/bulk/stored-filter.ts'
import { deskLink } from '#lib/core/desk-link.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { orNotFound, pageContext } from '#lib/web/page-context.ts'
import { undoAction } from '#lib/web/undo-action.ts'

const Id = z.uuid().catch('00000000-0000-0000-0000-000000000000')

export async function generateMetadata() {
  const { t } = await requestI18n()
  return { title: t('bulk.title') }
}

/** How far a command for all that match is; it can be stopped, and taken back as one. */
export default async function BulkRunPage({ params }: { params: Promise<{ id: string }> }) {
  const [ctx, { t }, given] = await Promise.all([pageContext(), requestI18n(), params])
  const run = await orNotFound(getBulkRun(ctx, Id.parse(given.id)))
  const { state, total, done, changed, undoId } = run
  const runs = state === 'waiting' || state === 'running'
  return (
    <Page
      title={t('bulk.title')}
      aside={
        <Link href={deskLink(storedFilter(run.filter))} aria-keyshortcuts="b" className={buttonClass()}>
          {t('bulk.back')}
        </Link>
      }
    >
      <Panel title={t(`bulk.state.${state}`)}>
        <p role="status" className="mb-2">
          {runs ? t('bulk.soFar', { done: Math.min(done, total), total }) : t('bulk.changed', { changed, total })}
        </p>
        {runs && <Progress label={t('bulk.title')} value={Math.min(done, total)} max={total} />}
        {(runs || state === 'undoing') && <Refresh everyMs={1500} />}
        {runs && (
          <form action={stopBulkRunAction} className="mt-3 flex flex-wrap items-center gap-2">
            <input type="hidden" name="runId" value={run.id} />
            <Button hotkey="s">{t('bulk.stop')}</Button>
            <span className="text-sm text-muted">{t('bulk.stopHint')}</span>
          </form>
        )}
        {!runs && undoId && (
          <form action={undoAction} className="mt-3 flex flex-wrap items-center gap-2">
            <input type="hidden" name="eventId" value={undoId} />
            <Button hotkey="u">{t('bulk.undo')}</Button>
            <span className="text-sm text-muted">{t('bulk.undoHint')}</span>
          </form>
        )}
      </Panel>
    </Page>
  )
}
