import Link from 'next/link'
import type { BatchDetails } from '#lib/batches/get-batch.ts'
import type { DocumentState } from '#lib/db/generated/enums.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'

const STATES = ['read', 'already', 'unreadable', 'waiting'] as const

/** The report's states with their counts; each is an address of its own. */
export async function ReportFilter({ batch, state }: { batch: BatchDetails; state: DocumentState | undefined }) {
  const { t, number } = await requestI18n()
  const total = STATES.reduce((sum, s) => sum + batch.counts[s], 0)
  const choices = [
    { state: undefined, label: t('batches.report.all'), count: total },
    ...STATES.map((s) => ({ state: s, label: t(`batches.itemStates.${s}`), count: batch.counts[s] })),
  ].filter((choice) => choice.count > 0 || choice.state === state)
  return (
    <nav aria-label={t('batches.report.filter')} className="mb-2 flex flex-wrap gap-1">
      {choices.map((choice) => (
        <Link
          key={choice.label}
          href={choice.state ? `/batches/${batch.id}?state=${choice.state}` : `/batches/${batch.id}`}
          {...(choice.state === state ? { 'aria-current': 'page' as const } : {})}
          className={`rounded-md px-2.5 py-1 ${choice.state === state ? 'bg-accent-soft font-semibold text-accent' : 'hover:bg-raised'}`}
        >
          {choice.label} <span className="text-muted">{number(choice.count)}</span>
        </Link>
      ))}
    </nav>
  )
}
