import Link from 'next/link'
import { UserTable } from '#app/(desk)/users/_components/user-table.tsx'
import { UserListParams } from '#app/(desk)/users/search-params.ts'
import { ListSearch } from '#components/layout/list-search.tsx'
import { Pager } from '#components/layout/pager.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { Empty, Page } from '#components/ui/page.tsx'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { listUsers } from '#lib/users/list-users.ts'
import { pageContext } from '#lib/web/page-context.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const { t } = await requestI18n()
  return { title: t('users.title') }
}

export default async function UsersPage({ searchParams }: Props) {
  const [ctx, { t, locale }, given] = await Promise.all([pageContext('user:manage'), requestI18n(), searchParams])
  const { q, after } = UserListParams.parse(given)
  const { users, total, next } = await listUsers(ctx, { q, after, locale })
  return (
    <Page
      title={t('users.title')}
      aside={
        <>
          <Link href="/tokens" className={buttonClass()}>
            {t('tokens.title')}
          </Link>
          <Link href="/users/new" aria-keyshortcuts="a" className={buttonClass('primary')}>
            {t('users.add')}
          </Link>
        </>
      }
    >
      <ListSearch path="/users" label={t('users.search')} q={q} total={total} />
      {users.length === 0 ? (
        <Empty next={<Link href="/users">{t('users.all')}</Link>}>{t('users.nobody')}</Empty>
      ) : (
        <UserTable users={users} />
      )}
      <Pager path="/users" query={{ q }} next={next} isFirst={!after} />
    </Page>
  )
}
