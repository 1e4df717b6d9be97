import Link from 'next/link'
import { EntityForm } from '#app/(desk)/entities/_components/entity-form.tsx'
import { MergeEntityPanel } from '#app/(desk)/entities/_components/merge-entity-panel.tsx'
import { RelationsPanel } from '#app/(desk)/entities/_components/relations-panel.tsx'
import { editEntityAction, restoreEntityAction, retireEntityAction } from '#app/(desk)/entities/actions.ts'
import { EntityParams } from '#app/(desk)/entities/search-params.ts'
import { RetirePanel } from '#components/layout/retire-panel.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { Name } from '#components/ui/name.tsx'
import { Page } from '#components/ui/page.tsx'
import { nameIn } from '#lib/i18n/name-in.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { findTargets } from '#lib/tag/find-targets.ts'
import { getEntity } from '#lib/tag/get-entity.ts'
import { listRelations } from '#lib/tag/list-relations.ts'
import { nameOf } from '#lib/web/name-of.ts'
import { orNotFound, pageContext } from '#lib/web/page-context.ts'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata() {
  const { t } = await requestI18n()
  return { title: t('vocabulary.entities') }
}

export default async function EntityPage({ params, searchParams }: Props) {
  const [ctx, { t, locale }, given, asked] = await Promise.all([
    pageContext('taxonomy:edit'),
    requestI18n(),
    params,
    searchParams,
  ])
  const id = nameOf(given.id)
  const { target, into } = EntityParams.parse(asked)
  const [entity, relations, found, others] = await Promise.all([
    orNotFound(getEntity(ctx, id)),
    listRelations(ctx, id),
    target ? findTargets(ctx, ['entity', 'country'], id, target) : [],
    into ? findTargets(ctx, ['entity'], id, into) : [],
  ])
  const { mergedInto } = entity
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
      {mergedInto && (
        <p className="mb-4">
          {t('vocabulary.merge.merged')}{' '}
          <Link href={`/entities/${encodeURIComponent(mergedInto.id)}`} className="text-accent hover:underline">
            <Name {...nameIn(locale, mergedInto.names)} />
          </Link>
        </p>
      )}
      {entity.titles.length > 0 && (
        <p className="mb-3 flex flex-wrap items-center gap-2">
          <span className="text-sm text-muted">{t('vocabulary.titles')}</span>
          {entity.titles.map((title) => (
            <Badge key={title}>
              <bdi>{title}</bdi>
            </Badge>
          ))}
        </p>
      )}
      <div className="grid gap-4">
        <EntityForm entity={entity} action={editEntityAction} />
        <RelationsPanel entity={entity} relations={relations} q={target} found={found} />
        {!mergedInto && (
          <>
            {!entity.retiredAt && <MergeEntityPanel entity={entity} q={into} found={others} />}
            <RetirePanel
              field="entityId"
              id={id}
              isRetired={entity.retiredAt !== null}
              retire={retireEntityAction}
              restore={restoreEntityAction}
            />
          </>
        )}
      </div>
    </Page>
  )
}
