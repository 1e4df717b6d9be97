import Link from 'next/link'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { FeedsPanel } from '#app/(desk)/sources/_components/feeds-panel.tsx'
import { SourceForm } from '#app/(desk)/sources/_components/source-form.tsx'
import { editSourceAction } from '#app/(desk)/sources/actions.ts'
import { buttonClass } from '#components/ui/button.tsx'
import { Name } from '#components/ui/name.tsx'
import { Page } from '#components/ui/page.tsx'
import { may } from '#lib/access/policy.ts'
import { nameIn } from '#lib/i18n/name-in.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { getSource } from '#lib/sources/get-source.ts'
import { listFeeds } from '#lib/sources/list-feeds.ts'
import { orNotFound, pageContext } from '#lib/web/page-context.ts'

export async function generateMetadata() {
  const { t } = await requestI18n()
  return { title: t('sources.title') }
}

export default async function SourcePage({ params }: { params: Promise<{ id: string }> }) {
  const [ctx, { t, locale }, { id }] = await Promise.all([pageContext('source:manage'), requestI18n(), params])
  if (!z.uuid().safeParse(id).success) notFound()
  const [source, feeds] = await Promise.all([orNotFound(getSource(ctx, id)), listFeeds(ctx, id)])
  return (
    <Page
      title={<Name {...nameIn(locale, { ar: source.nameAr, en: source.nameEn, fr: source.nameFr })} />}
      aside={
        <>
          <Link href={`/desk?source=${id}`} className={buttonClass()}>
            {t('lists.articles')}
          </Link>
          {may(ctx.actor.role, 'batch:manage') && (
            <Link href={`/reread?source=${id}`} aria-keyshortcuts="a" className={buttonClass()}>
              {t('reread.link')}
            </Link>
          )}
          {may(ctx.actor.role, 'audit:read') && (
            <Link href={`/audit?subject=source&id=${id}`} className={buttonClass()}>
              {t('lists.history')}
            </Link>
          )}
        </>
      }
    >
      <FeedsPanel sourceId={id} feeds={feeds} />
      <SourceForm source={source} action={editSourceAction} />
    </Page>
  )
}
