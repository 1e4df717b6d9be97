import { Button } from '#components/ui/button.tsx'
import { Panel } from '#components/ui/page.tsx'
import { requestI18n } from '#lib/i18n/request-i18n.ts'

type Action = (form: FormData) => Promise<void>
type Props = { field: string; id: string; isRetired: boolean; retire: Action; restore: Action }

/** Takes a term of the vocabulary out of use, or brings it back. */
export async function RetirePanel({ field, id, isRetired, retire, restore }: Props) {
  const { t } = await requestI18n()
  return (
    <Panel>
      <form action={isRetired ? restore : retire} className="grid gap-3">
        <input type="hidden" name={field} value={id} />
        <p className="text-sm text-muted">{t('vocabulary.retireHint')}</p>
        <Button look={isRetired ? 'primary' : 'danger'} className="justify-self-start">
          {t(isRetired ? 'vocabulary.restore' : 'vocabulary.retire')}
        </Button>
      </form>
    </Panel>
  )
}
