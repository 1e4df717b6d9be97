import Link from 'next/link'
import { buttonClass } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/page.tsx'
import { may } from '#lib/access/policy.ts'
import { deskLink } from '#lib/core/desk-link.ts'
import type { ArticleFilter } from '#lib/db/article-filter.ts'
import type { Role } from '#lib/db/generated/enums.ts'
import type { I18n } from '#lib/i18n/i18n.ts'

type Props = {
  filter: ArticleFilter /** Whether all that was typed was understood. */
  isWhole: boolean
  role: Role
  i18n: I18n
}

/** An empty desk: nothing came in, nothing fits, or nothing was found; each with its next step. */
export function Nothing({ filter, isWhole, role, i18n: { t } }: Props) {
  const link = (href: string, label: string) => (
    <Link href={href} className={buttonClass()}>
      {label}
    </Link>
  )
  if (!isWhole) return <Empty next={link('/desk', t('desk.empty.clear'))}>{t('search.understood.nothing')}</Empty>
  if (filter.q)
    return <Empty next={link('/desk', t('desk.empty.clear'))}>{t('desk.empty.searched', { q: filter.q })}</Empty>
  if (deskLink(filter) !== '/desk')
    return <Empty next={link('/desk', t('desk.empty.clear'))}>{t('desk.empty.filtered')}</Empty>
  return (
    <Empty next={may(role, 'batch:manage') && link('/batches', t('desk.empty.nothingNext'))}>
      {t('desk.empty.nothing')}
    </Empty>
  )
}
