import Link from 'next/link'
import { RuleTable } from '#app/(desk)/rules/_components/rule-table.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { Empty, Page } from '#components/ui/page.tsx'
import { listAssignees } from '#lib/articles/list-assignees.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { listRules } from '#lib/rules/list-rules.ts'
import { pageContext } from '#lib/web/page-context.ts'

export async function generateMetadata() {
  return { title: (await requestI18n()).t('rules.title') }
}

/** The desk's rules, in the order in which they act. */
export default async function RulesPage() {
  const [ctx, i18n] = await Promise.all([pageContext('rule:edit'), requestI18n()])
  const { t } = i18n
  const [rules, people] = await Promise.all([listRules(ctx), listAssignees(ctx)])
  const add = (
    <Link href="/rules/new" aria-keyshortcuts="a" className={buttonClass('primary')}>
      {t('rules.add')}
    </Link>
  )
  return (
    <Page
      title={t('rules.title')}
      aside={
        <>
          <Link href="/watches" className={buttonClass()}>
            {t('watches.title')}
          </Link>
          {add}
        </>
      }
    >
      <p className="mb-4 max-w-prose text-muted">{t('rules.hint')}</p>
      {rules.length === 0 ? (
        <Empty>{t('rules.empty')}</Empty>
      ) : (
        <RuleTable ctx={ctx} rules={rules} people={people} i18n={i18n} />
      )}
    </Page>
  )
}
