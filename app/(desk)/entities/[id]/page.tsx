import Link from 'next/link'
import { EntityForm } from '#app/(desk)/entities/_components/entity-form.tsx'
import { editEntityAction, restoreEntityAction, retireEntityAction } from '#app/(desk)/entities/actions.ts'
import { RetirePanel } from '#components/layout/retire-panel.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { Name } from '#components/ui/name.tsx'
import { Page } from '#components/ui/page.tsx'
import { nameIn } from '#lib/i18n/name-in.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { getEntity } from '#lib/tag/get-entity.ts'
import { nameOf } from '#lib/web/name-of.ts'
import { orNotFound, pageContext } from '#lib/web/page-context.ts'

export async function generateMetadata() {
  const { t } = await requestI18n()
  return { title: t('vocabulary.entities') }
}

export default async function EntityPage({ params }: { params: Promise<{ id: string }> }) {
  const [ctx, { t, locale }, given] = await Promise.all([pageContext('taxonomy:edit'), requestI18n(), params])
  const id = nameOf(given.id)
  const entity = await orNotFound(getEntity(ctx, id))
  return (
    <Page
      title={<Name {...nameIn(locale, { ar: entity.nameAr, en: entity.nameEn, fr: entity.nameFr })} />}
      aside={
        <>
          {entity.retiredAt && <Badge tone="doubt">{t('vocabulary.retired')}</Badge>}
          <Link href={`/desk?entity=${encodeURIComponent(id)}`} className={buttonClass()}>
            {t('lists.articles')}
          </Link>
        </>
      }
    >
      <div className="grid gap-4">
        <EntityForm entity={entity} action={editEntityAction} />
        <RetirePanel
          field="entityId"
          id={id}
          isRetired={entity.retiredAt !== null}
          retire={retireEntityAction}
          restore={restoreEntityAction}
        />
      </div>
    </Page>
  )
}
