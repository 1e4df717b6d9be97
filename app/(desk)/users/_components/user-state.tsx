import { Badge } from '#components/ui/badge.tsx'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import type { UserRow } from '#lib/users/list-users.ts'

const TONES = { active: 'good', invited: 'doubt', disabled: 'bad' } as const

export async function UserState({ state }: Pick<UserRow, 'state'>) {
  const { t } = await requestI18n()
  return <Badge tone={TONES[state]}>{t(`users.${state}`)}</Badge>
}
