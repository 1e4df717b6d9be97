import { Field, Select } from '#components/ui/field.tsx'
import { Role } from '#lib/db/generated/enums.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'

export async function RoleSelect({ role }: { role: Role }) {
  const { t } = await requestI18n()
  return (
    <Field label={t('users.role')}>
      <Select name="role" defaultValue={role}>
        {Object.values(Role).map((value) => (
          <option key={value} value={value}>
            {t(`common.role.${value}`)}
          </option>
        ))}
      </Select>
    </Field>
  )
}
