import { Select } from '#components/ui/field.tsx'
import { EntityKind } from '#lib/db/generated/enums.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'

/** Person, organisation or place; `any` for a list that may show all. */
export async function KindSelect({ kind, any = false }: { kind: EntityKind | undefined; any?: boolean }) {
  const { t } = await requestI18n()
  return (
    <Select name="kind" defaultValue={kind ?? ''} aria-label={t('vocabulary.kind')} className="w-48!">
      {any && <option value="">{t('vocabulary.anyKind')}</option>}
      {Object.values(EntityKind).map((value) => (
        <option key={value} value={value}>
          {t(`vocabulary.${value}`)}
        </option>
      ))}
    </Select>
  )
}
