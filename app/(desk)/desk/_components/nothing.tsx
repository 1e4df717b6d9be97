import Link from 'next/link'
import { DidYouMean } from '#app/(desk)/desk/_components/did-you-mean.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/page.tsx'
import { may } from '#lib/access/policy.ts'
import { deskLink } from '#lib/core/desk-link.ts'
import type { ArticleFilter } from '#lib/db/article-filter.ts'
import type { Context } from '#lib/db/context.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import type { Query } from '#lib/search/parse-query.ts'

type Props = {
  ctx: Context
  filter: ArticleFilter
  /** Its words; whether all that was typed was understood. */
  query: Query | null
  isWhole: boolean
  i18n: I18n
}

/** An empty desk: nothing came in, nothing fits, or nothing was found; each with its next step. */
export function Nothing({ ctx, filter, query, isWhole, i18n }: Props) {
  const { t } = i18n
  const link = (href: string, label: string) => (
    <Link href={href} className={buttonClass()}>
      {label}
    </Link>
  )
  if (!isWhole) return <Empty next={link('/desk', t('desk.empty.clear'))}>{t('search.understood.nothing')}</Empty>
  if (filter.q) {
    return (
      <Empty next={link('/desk', t('desk.empty.clear'))}>
        {t('desk.empty.searched', { q: filter.q })}
        {query && <DidYouMean ctx={ctx} filter={filter} q={filter.q} query={query} i18n={i18n} />}
      </Empty>
    )
  }
  if (deskLink(filter) !== '/desk')
    return <Empty next={link('/desk', t('desk.empty.clear'))}>{t('desk.empty.filtered')}</Empty>
  return (
    <Empty next={may(ctx.actor.role, 'batch:manage') && link('/batches', t('desk.empty.nothingNext'))}>
      {t('desk.empty.nothing')}
    </Empty>
  )
}
