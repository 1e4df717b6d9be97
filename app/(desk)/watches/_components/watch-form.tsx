import { saveWatchAction } from '#app/(desk)/watches/actions.ts'
import { Button } from '#components/ui/button.tsx'
import { Field, Input, Select } from '#components/ui/field.tsx'
import { KeepForm } from '#components/ui/keep-form.tsx'
import { Panel } from '#components/ui/page.tsx'
import { env } from '#lib/core/env.ts'
import type { Watch } from '#lib/db/generated/client.ts'
import { WatchPace } from '#lib/db/generated/enums.ts'
import { isolate } from '#lib/i18n/isolate.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { canSendMail } from '#lib/watches/send-mail.ts'
import { timeOfDay } from '#lib/watches/watch-fields.ts'

type Props = { watch?: Watch; query: string; name: string; email: string }

const row = 'flex min-h-8 items-center gap-2'
const box = 'size-5 accent-(--accent)'

/** Which alerts a watch gives, where, and when. */
export async function WatchForm({ watch, query, name, email }: Props) {
  const { t } = await requestI18n()
  const zones = Intl.supportedValuesOf('timeZone')
  return (
    <Panel>
      <KeepForm
        action={saveWatchAction}
        key={JSON.stringify(watch) + query}
        className="grid grid-cols-1 gap-4 md:grid-cols-2"
      >
        {watch && <input type="hidden" name="watchId" value={watch.id} />}
        <input type="hidden" name="filter" value={query} />
        <Field label={t('watches.name')}>
          <Input name="name" defaultValue={watch?.name ?? name} maxLength={200} required dir="auto" />
        </Field>
        <Field label={t('watches.pace')}>
          <Select name="pace" defaultValue={watch?.pace ?? 'atOnce'}>
            {Object.values(WatchPace).map((pace) => (
              <option key={pace} value={pace}>
                {t(`watches.paces.${pace}`)}
              </option>
            ))}
          </Select>
        </Field>
        <fieldset className="grid content-start gap-1">
          <legend className="mb-1 text-sm font-semibold">{t('watches.ways')}</legend>
          <label className={row}>
            <input type="checkbox" name="inDesk" value="true" className={box} defaultChecked={watch?.inDesk ?? true} />
            {t('watches.inDesk')}
          </label>
          <label className={row}>
            <input
              type="checkbox"
              name="byEmail"
              value="true"
              className={box}
              defaultChecked={watch?.byEmail ?? false}
              disabled={!canSendMail()}
            />
            {t('watches.byEmail', { email: isolate(email) })}
          </label>
          {!canSendMail() && <p className="text-sm text-muted">{t('watches.noEmail')}</p>}
          <Field label={t('watches.webhook')} hint={t('watches.webhookHint')}>
            <Input type="url" name="webhook" defaultValue={watch?.webhook ?? ''} maxLength={2000} dir="ltr" />
          </Field>
        </fieldset>
        <fieldset className="grid content-start gap-2">
          <legend className="mb-1 text-sm font-semibold">{t('watches.quiet')}</legend>
          <p className="text-sm text-muted">{t('watches.quietHint')}</p>
          <div className="flex flex-wrap gap-3">
            <Field label={t('watches.quietFrom')}>
              <Input type="time" name="quietFrom" defaultValue={timeOfDay(watch?.quietFrom ?? null)} />
            </Field>
            <Field label={t('watches.quietUntil')}>
              <Input type="time" name="quietUntil" defaultValue={timeOfDay(watch?.quietUntil ?? null)} />
            </Field>
          </div>
          <Field label={t('watches.timeZone')}>
            <Input
              name="timeZone"
              list="zones"
              defaultValue={watch?.timeZone ?? env().DESK_TIME_ZONE}
              required
              dir="ltr"
              autoComplete="off"
            />
          </Field>
          <datalist id="zones">
            {zones.map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </fieldset>
        <Button look="primary" className="justify-self-start" disabled={!query} hotkey="s">
          {t('common.save')}
        </Button>
      </KeepForm>
    </Panel>
  )
}
