import { RelationForm } from '#app/(desk)/entities/_components/relation-form.tsx'
import { RelationList } from '#app/(desk)/entities/_components/relation-list.tsx'
import { removeRelationAction } from '#app/(desk)/entities/actions.ts'
import { SearchFor } from '#components/layout/search-for.tsx'
import { Panel } from '#components/ui/page.tsx'
import { EntityRelationKind } from '#lib/db/generated/enums.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import type { SubjectFound } from '#lib/tag/find-subjects.ts'
import type { EntityDetail } from '#lib/tag/get-entity.ts'
import type { RelationListed } from '#lib/tag/list-relations.ts'

type Props = {
  entity: EntityDetail
  relations: { own: RelationListed[]; toIt: RelationListed[] }
  /** What was searched to relate it to, and what was found. */
  q: string | undefined
  found: SubjectFound[]
}

const KINDS = Object.values(EntityRelationKind)

/** How an entity stands to others, in both directions; those of its own can be added and taken out here. */
export async function RelationsPanel({ entity, relations: { own, toIt }, q, found }: Props) {
  const { t } = await requestI18n()
  return (
    <Panel title={<span id="relations">{t('vocabulary.relations.title')}</span>}>
      {own.length + toIt.length === 0 && <p className="mb-4 text-muted">{t('vocabulary.relations.none')}</p>}
      <div className="grid gap-x-8 md:grid-cols-2">
        {KINDS.map((kind) => (
          <RelationList
            key={`own ${kind}`}
            title={t(`vocabulary.relations.own.${kind}`)}
            relations={own.filter((relation) => relation.kind === kind)}
            remove={removeRelationAction}
          />
        ))}
        {KINDS.map((kind) => (
          <RelationList
            key={`to it ${kind}`}
            title={t(`vocabulary.relations.toIt.${kind}`)}
            relations={toIt.filter((relation) => relation.kind === kind)}
          />
        ))}
      </div>
      <h3 className="mb-2 border-t border-edge pt-3 font-semibold">{t('vocabulary.relations.add')}</h3>
      <SearchFor
        name="target"
        label={t('vocabulary.relations.search')}
        q={q}
        anchor="relations"
        none={t('vocabulary.relations.notFound')}
        found={found.length}
      />
      {found.length > 0 && <RelationForm key={q} entity={entity} found={found} />}
    </Panel>
  )
}
