import { replaceSecretsAction, testWatchAction } from '#app/(desk)/watches/actions.ts'
import { Button } from '#components/ui/button.tsx'
import { Panel } from '#components/ui/page.tsx'
import { deskAddress } from '#lib/core/desk-address.ts'
import type { Watch } from '#lib/db/generated/client.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { feedPath, webhookKey } from '#lib/watches/watch-secret.ts'

/** The address of a watch's feed and the key of its webhook: its owner's to hand out, and to replace. */
export async function SecretsPanel({ watch }: { watch: Watch }) {
  const { t } = await requestI18n()
  const shown: [label: string, value: string][] = [
    [t('watches.feed'), deskAddress(feedPath(watch))],
    [t('watches.key'), webhookKey(watch)],
  ]
  return (
    <Panel title={t('watches.secrets')}>
      <dl className="grid grid-cols-1 gap-2">
        {shown.map(([label, value]) => (
          <div key={label}>
            <dt className="text-sm text-muted">{label}</dt>
            <dd
              dir="ltr"
              // Longer than a phone is wide: whoever has no mouse scrolls it by the arrows.
              tabIndex={0}
              className="overflow-x-auto rounded bg-raised px-2 py-1 font-mono text-sm whitespace-nowrap select-all"
            >
              {value}
            </dd>
          </div>
        ))}
      </dl>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <form action={testWatchAction}>
          <input type="hidden" name="id" value={watch.id} />
          <Button small>{t('watches.test')}</Button>
        </form>
        <form action={replaceSecretsAction}>
          <input type="hidden" name="id" value={watch.id} />
          <Button small look="danger">
            {t('watches.replace')}
          </Button>
        </form>
        <span className="text-sm text-muted">{t('watches.replaceHint')}</span>
      </div>
    </Panel>
  )
}
