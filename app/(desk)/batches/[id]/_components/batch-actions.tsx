import Link from 'next/link'
import { restoreBatchAction, retryDocumentsAction, undoBatchAction } from '#app/(desk)/batches/actions.ts'
import { Button, buttonClass } from '#components/ui/button.tsx'
import type { BatchDetails } from '#lib/batches/get-batch.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'

/** What can be done with a whole batch now. While it is being read, nothing. */
export async function BatchActions({ batch }: { batch: BatchDetails }) {
  const { t } = await requestI18n()
  const { id, state, counts, fileCounts } = batch
  if (state === 'reading') return null
  const isBroken = counts.unreadable + fileCounts.failed > 0
  const input = <input type="hidden" name="batchId" value={id} />
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2">
      {state === 'done' && isBroken && (
        <form action={retryDocumentsAction}>
          {input}
          <Button hotkey="r">{t('batches.actions.retryAll')}</Button>
        </form>
      )}
      {state === 'done' && counts.read > 0 && (
        <Link href={`/reread?batch=${id}`} className={buttonClass()}>
          {t('reread.link')}
        </Link>
      )}
      {state === 'undone' ? (
        <form action={restoreBatchAction} className="flex flex-wrap items-center gap-2">
          {input}
          <Button hotkey="u">{t('batches.actions.restore')}</Button>
          <span className="text-sm text-muted">{t('batches.actions.restoreHint')}</span>
        </form>
      ) : (
        <form action={undoBatchAction} className="flex flex-wrap items-center gap-2">
          {input}
          <Button look="danger" hotkey="u">
            {t(state === 'receiving' ? 'batches.actions.discard' : 'batches.actions.undo')}
          </Button>
          {state === 'done' && <span className="text-sm text-muted">{t('batches.actions.undoHint')}</span>}
        </form>
      )}
    </div>
  )
}
