import { flagReason } from '#components/article/flag-reason.ts'
import { Badge } from '#components/ui/badge.tsx'
import type { FlagLine } from '#lib/core/article-line.ts'
import type { I18n } from '#lib/i18n/i18n.ts'

/** The doubts about an article, each with its reason in the tip and for those who hear the page. */
export function FlagBadges({ flags, i18n }: { flags: Pick<FlagLine, 'kind' | 'evidence'>[]; i18n: I18n }) {
  if (flags.length === 0) return null
  return (
    <ul aria-label={i18n.t('flags.label')} className="flex flex-wrap gap-1">
      {flags.map((flag) => (
        <li key={flag.kind}>
          <Badge tone="doubt" title={flagReason(i18n, flag)}>
            <span aria-hidden="true">⚠</span>
            {i18n.t(`flags.name.${flag.kind}`)}
          </Badge>
        </li>
      ))}
    </ul>
  )
}
