import Link from 'next/link'
import { UserState } from '#app/(desk)/users/_components/user-state.tsx'
import { Cell, HeadCell, Table } from '#components/ui/table.tsx'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import type { UserRow } from '#lib/users/list-users.ts'

export async function UserTable({ users }: { users: UserRow[] }) {
  const { t, day } = await requestI18n()
  return (
    <Table
      caption={t('users.caption')}
      headings={[t('users.name'), t('users.email'), t('users.role'), t('users.state'), t('users.added')]}
    >
      {users.map(({ id, name, email, role, state, createdAt }) => (
        <tr key={id} className="hover:bg-raised">
          <HeadCell>
            <Link href={`/users/${id}`} className="text-accent hover:underline">
              <bdi>{name}</bdi>
            </Link>
          </HeadCell>
          <Cell>
            <bdi dir="ltr">{email}</bdi>
          </Cell>
          <Cell>{t(`common.role.${role}`)}</Cell>
          <Cell>
            <UserState state={state} />
          </Cell>
          <Cell className="whitespace-nowrap">{day(createdAt)}</Cell>
        </tr>
      ))}
    </Table>
  )
}
