import { Progress } from '#components/ui/progress.tsx'
import type { DocumentState } from '#lib/db/generated/enums.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'

/** How far the reading of a batch is; without a measure while its files are still being opened. */
export async function ReadingBar({ counts }: { counts: Record<DocumentState, number> }) {
  const { t } = await requestI18n()
  const settled = counts.read + counts.already + counts.unreadable
  const total = settled + counts.waiting
  if (total === 0) return <p className="text-muted">{t('batches.progressOpening')}</p>
  return <Progress label={t('batches.progress')} value={settled} max={total} />
}
