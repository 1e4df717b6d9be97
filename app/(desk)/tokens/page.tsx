import Link from 'next/link'
import { TokenTable } from '#app/(desk)/tokens/_components/token-table.tsx'
import { TokenListParams } from '#app/(desk)/tokens/search-params.ts'
import { Pager } from '#components/layout/pager.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { Empty, Page } from '#components/ui/page.tsx'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { listTokens } from '#lib/tokens/list-tokens.ts'
import { pageContext } from '#lib/web/page-context.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const { t } = await requestI18n()
  return { title: t('tokens.title') }
}

export default async function TokensPage({ searchParams }: Props) {
  const [ctx, { t }, given] = await Promise.all([pageContext('token:manage'), requestI18n(), searchParams])
  const { after } = TokenListParams.parse(given)
  const { tokens, next } = await listTokens(ctx, { after })
  const create = (
    <Link href="/tokens/new" aria-keyshortcuts="a" className={buttonClass('primary')}>
      {t('tokens.create')}
    </Link>
  )
  return (
    <Page
      title={t('tokens.title')}
      aside={
        <>
          <Link href="/tokens/guide" className={buttonClass()}>
            {t('tokens.guide')}
          </Link>
          {tokens.length > 0 && create}
        </>
      }
    >
      <p className="mb-3 max-w-prose text-muted">{t('tokens.hint')}</p>
      {tokens.length === 0 ? <Empty next={create}>{t('tokens.none')}</Empty> : <TokenTable tokens={tokens} />}
      <Pager path="/tokens" query={{}} next={next} isFirst={!after} />
    </Page>
  )
}
