import { Button } from '#components/ui/button.tsx'
import { Panel } from '#components/ui/page.tsx'
import { Refresh } from '#components/ui/refresh.tsx'
import type { Context } from '#lib/db/context.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import { getRun } from '#lib/reread/get-run.ts'
import { undoAction } from '#lib/web/undo-action.ts'

/** How far a run is, by what it has changed; when it has ended, the way to take it back. */
export async function RunProgress({ ctx, run, i18n: { t } }: { ctx: Context; run: string; i18n: I18n }) {
  const { state, changed, undoId } = await getRun(ctx, run)
  return (
    <Panel title={t(`reread.state.${state}`)}>
      <p role="status">{t(state === 'running' ? 'reread.soFar' : 'reread.changed', { changed })}</p>
      {state === 'running' && <Refresh everyMs={1500} />}
      {undoId && (
        <form action={undoAction} className="mt-3 flex flex-wrap items-center gap-2">
          <input type="hidden" name="eventId" value={undoId} />
          <Button hotkey="u">{t('reread.undo')}</Button>
          <span className="text-sm text-muted">{t('reread.undoHint')}</span>
        </form>
      )}
    </Panel>
  )
}
