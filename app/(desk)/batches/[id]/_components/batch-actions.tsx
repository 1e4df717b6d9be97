import Link from 'next/link'
import { restoreBatchAction, retryDocumentsAction, undoBatchAction } from '#app/(desk)/batches/actions.ts'
import { Button, buttonClass } from '#components/ui/button.tsx'
import type { BatchDetails } from '#lib/batches/get-batch.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'

/** What can be done with a whole batch now. While it is being read, nothing; whoever only pasted addresses tries again. */
export async function BatchActions({ batch, isManaging }: { batch: BatchDetails; isManaging: boolean }) {
  const { t } = await requestI18n()
  const { id, state, origin, counts, fileCounts } = batch
  if (state === 'reading') return null
  const isBroken = counts.unreadable + fileCounts.failed > 0
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2">
      {state === 'done' && isBroken && (
        <form action={retryDocumentsAction}>
          <input type="hidden" name="batchId" value={id} />
          <Button hotkey="r">
            {t(origin === 'address' ? 'batches.actions.retryAddresses' : 'batches.actions.retryAll')}
          </Button>
        </form>
      )}
      {isManaging && <ManagingActions batch={batch} />}
    </div>
  )
}

async function ManagingActions({ batch }: { batch: BatchDetails }) {
  const { t } = await requestI18n()
  const { id, state, counts } = batch
  const input = <input type="hidden" name="batchId" value={id} />
  return (
    <>
      {state === 'done' && counts.read > 0 && (
        <Link href={`/reread?batch=${id}`} aria-keyshortcuts="a" className={buttonClass()}>
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
    </>
  )
}
