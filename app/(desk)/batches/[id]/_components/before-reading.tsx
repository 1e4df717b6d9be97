import { ColumnsForm } from '#app/(desk)/batches/_components/columns-form.tsx'
import { undoBatchAction } from '#app/(desk)/batches/actions.ts'
import { Button } from '#components/ui/button.tsx'
import type { BatchDetails } from '#lib/batches/get-batch.ts'
import type { Preview } from '#lib/columns/get-preview.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'

/** A delivery that nobody reads yet: what its tables hold, or that its sender was cut off; to be started or discarded. */
export async function BeforeReading({ batch, preview }: { batch: BatchDetails; preview: Preview }) {
  const { t } = await requestI18n()
  const { arriving, waiting } = batch.fileCounts
  const sentence = waiting === 0 ? 'nothing' : preview.tables.length > 0 ? 'hint' : 'noTables'
  return (
    <>
      <h2 className="mt-6 mb-1 text-lg font-semibold">{t('batches.columns.title')}</h2>
      <p>{t(`batches.columns.${sentence}`)}</p>
      {arriving > 0 && waiting > 0 && (
        <p className="text-doubt">{t('batches.columns.arriving', { count: arriving })}</p>
      )}
      <div className="mt-3">
        <ColumnsForm
          batchId={batch.id}
          preview={preview}
          buttons={
            <>
              {waiting > 0 && (
                <Button look="primary" hotkey="r">
                  {t('batches.columns.start')}
                </Button>
              )}
              <Button look="danger" hotkey="u" formAction={undoBatchAction}>
                {t('batches.actions.discard')}
              </Button>
            </>
          }
        />
      </div>
    </>
  )
}
