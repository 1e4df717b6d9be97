import Link from 'next/link'
import { FeedTable } from '#app/(desk)/attention/_components/feed-table.tsx'
import { RuleTable } from '#app/(desk)/attention/_components/rule-table.tsx'
import { UnreadableTable } from '#app/(desk)/attention/_components/unreadable-table.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { Empty, Page } from '#components/ui/page.tsx'
import { getAttention } from '#lib/attention/get-attention.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { pageContext } from '#lib/web/page-context.ts'

export async function generateMetadata() {
  const { t } = await requestI18n()
  return { title: t('attention.title') }
}

export default async function AttentionPage() {
  const [ctx, { t }] = await Promise.all([pageContext('dashboard:read'), requestI18n()])
  const { feeds, unreadable, rules } = await getAttention(ctx)
  if (feeds.length + unreadable.length + rules.length === 0) {
    return (
      <Page title={t('attention.title')}>
        <Empty
          next={
            <Link href="/desk" className={buttonClass('primary')}>
              {t('attention.toDesk')}
            </Link>
          }
        >
          {t('attention.allWell')}
        </Empty>
      </Page>
    )
  }
  return (
    <Page title={t('attention.title')}>
      {feeds.length > 0 && <FeedTable feeds={feeds} role={ctx.actor.role} />}
      {unreadable.length > 0 && <UnreadableTable unreadable={unreadable} role={ctx.actor.role} />}
      {rules.length > 0 && <RuleTable rules={rules} />}
    </Page>
  )
}
