import { Badge } from '#components/ui/badge.tsx'
import type { I18n } from '#lib/i18n/i18n.ts'

type Props = { article: { dueAt: Date | null; isOverdue: boolean }; i18n: I18n }

/** By when an article is to be dealt with; loud once that has passed. */
export function DueBadge({ article: { dueAt, isOverdue }, i18n }: Props) {
  if (!dueAt) return null
  const time = i18n.minute(dueAt)
  return (
    <Badge tone={isOverdue ? 'bad' : 'neutral'}>
      {i18n.t(isOverdue ? 'triage.due.over' : 'triage.due.by', { time })}
    </Badge>
  )
}
