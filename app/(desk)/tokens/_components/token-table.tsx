import { revokeTokenAction } from '#app/(desk)/tokens/actions.ts'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { Cell, HeadCell, Table } from '#components/ui/table.tsx'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import type { TokenListed } from '#lib/tokens/list-tokens.ts'

const TONES = { active: 'good', revoked: 'neutral', refused: 'bad' } as const

export async function TokenTable({ tokens }: { tokens: TokenListed[] }) {
  const { t, number, day, minute } = await requestI18n()
  return (
    <Table
      caption={t('tokens.caption')}
      headings={[
        t('tokens.name'),
        t('tokens.token'),
        t('tokens.state'),
        t('tokens.perMinute'),
        t('tokens.lastUsed'),
        t('tokens.createdBy'),
        t('tokens.createdAt'),
        t('tokens.action'),
      ]}
    >
      {tokens.map(({ id, name, hint, state, documentsPerMinute, lastUsedAt, createdBy, createdAt }) => (
        <tr key={id} className="hover:bg-raised">
          <HeadCell>
            <bdi>{name}</bdi>
          </HeadCell>
          <Cell>
            <code dir="ltr">…{hint}</code>
          </Cell>
          <Cell>
            <Badge tone={TONES[state]}>{t(`tokens.states.${state}`)}</Badge>
          </Cell>
          <Cell>{number(documentsPerMinute)}</Cell>
          <Cell className="whitespace-nowrap">{lastUsedAt ? minute(lastUsedAt) : t('tokens.never')}</Cell>
          <Cell className="whitespace-nowrap">
            <bdi>{createdBy}</bdi>
          </Cell>
          <Cell className="whitespace-nowrap">{day(createdAt)}</Cell>
          <Cell>
            {state !== 'revoked' && (
              <form action={revokeTokenAction}>
                <input type="hidden" name="tokenId" value={id} />
                <Button look="danger" small aria-label={t('tokens.revokeNamed', { name })}>
                  {t('tokens.revoke')}
                </Button>
              </form>
            )}
          </Cell>
        </tr>
      ))}
    </Table>
  )
}
