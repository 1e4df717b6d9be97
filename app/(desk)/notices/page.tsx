import { z } from 'zod'
import { NoticeLine } from '#app/(desk)/notices/_components/notice-line.tsx'
import { seeNoticesAction } from '#app/(desk)/notices/actions.ts'
import { Pager } from '#components/layout/pager.tsx'
import { Button } from '#components/ui/button.tsx'
import { Empty, Page } from '#components/ui/page.tsx'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { listNotices } from '#lib/notices/list-notices.ts'
import { pageContext } from '#lib/web/page-context.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const Params = z.object({ after: z.uuid().optional().catch(undefined) })

export async function generateMetadata() {
  const { t } = await requestI18n()
  return { title: t('notices.title') }
}

/** What somebody has been told: each opens its place, and is seen then. */
export default async function NoticesPage({ searchParams }: Props) {
  const [ctx, i18n, given] = await Promise.all([pageContext(), requestI18n(), searchParams])
  const { t } = i18n
  const { after } = Params.parse(given)
  const { notices, next } = await listNotices(ctx, { after })
  return (
    <Page
      title={t('notices.title')}
      aside={
        notices.some((notice) => !notice.seenAt) && (
          <form action={seeNoticesAction}>
            <Button hotkey="a">{t('notices.seeAll')}</Button>
          </form>
        )
      }
    >
      {notices.length === 0 ? (
        <Empty>{t('notices.none')}</Empty>
      ) : (
        <ul className="max-w-3xl divide-y divide-edge rounded-lg border border-edge bg-surface">
          {notices.map((notice) => (
            <NoticeLine key={notice.id} notice={notice} i18n={i18n} />
          ))}
        </ul>
      )}
      <Pager path="/notices" query={{}} next={next} isFirst={!after} />
    </Page>
  )
}
