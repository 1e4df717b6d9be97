import type { DocumentState } from '#lib/db/generated/enums.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'

const TONES = { read: '', already: 'text-muted', unreadable: 'text-bad', waiting: 'text-muted' }

/** What became of a batch's items, in words; what there is none of is left out. */
export async function Counts({ counts }: { counts: Record<DocumentState, number> }) {
  const { t } = await requestI18n()
  const shown = (['read', 'already', 'unreadable', 'waiting'] as const).filter(
    (state) => counts[state] > 0 || state === 'read',
  )
  return (
    <span className="flex flex-wrap gap-x-3">
      {shown.map((state) => (
        <span key={state} className={TONES[state]}>
          {t(`batches.counts.${state}`, { count: counts[state] })}
        </span>
      ))}
    </span>
  )
}
