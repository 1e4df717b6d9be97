import { BatchState } from '#app/(desk)/batches/_components/batch-state.tsx'
import { Counts } from '#app/(desk)/batches/_components/counts.tsx'
import { ReadingBar } from '#app/(desk)/batches/_components/reading-bar.tsx'
import { Progress } from '#components/ui/progress.tsx'
import type { BatchDetails } from '#lib/batches/get-batch.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'

/** Who sent it, when, how far it is and what came of it. */
export async function Summary({ batch }: { batch: BatchDetails }) {
  const { t, minute } = await requestI18n()
  const { counts, fileCounts } = batch
  const isFetched = batch.origin === 'address'
  const files = Object.values(fileCounts).reduce((sum, n) => sum + n, 0)
  const isFetching = isFetched && batch.state === 'reading' && fileCounts.arriving > 0
  const isNothingNew = batch.state === 'done' && counts.already > 0 && counts.read === 0 && counts.unreadable === 0
  return (
    <div className="grid gap-1" aria-live="polite">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <BatchState state={batch.state} />
        <span>{batch.createdBy ? <bdi>{batch.createdBy}</bdi> : t('batches.system')}</span>
        <span className="text-muted">{t(`batches.origin.${batch.origin}`)}</span>
        <time dateTime={batch.createdAt.toISOString()}>{minute(batch.createdAt)}</time>
        <span className="text-muted">
          {t(isFetched ? 'batches.counts.addresses' : 'batches.counts.files', { count: files })}
        </span>
        {fileCounts.failed > 0 && (
          <span className="text-bad">
            {t(isFetched ? 'batches.counts.failedAddresses' : 'batches.counts.failedFiles', {
              count: fileCounts.failed,
            })}
          </span>
        )}
      </p>
      {isFetching && (
        <Progress label={t('batches.addresses.progress')} value={files - fileCounts.arriving} max={files} />
      )}
      {batch.state === 'reading' && !isFetching && <ReadingBar counts={counts} />}
      {batch.state !== 'receiving' && (
        <p className="text-lg">
          {isNothingNew ? t('batches.nothingNew', { count: counts.already }) : <Counts counts={counts} />}
        </p>
      )}
    </div>
  )
}
