import { receiveAddressesAction } from '#app/(desk)/batches/actions.ts'
import { Button } from '#components/ui/button.tsx'
import { controlClass, Field } from '#components/ui/field.tsx'
import { KeepForm } from '#components/ui/keep-form.tsx'
import { requestI18n } from '#lib/i18n/request-i18n.ts'

/** Addresses of pages, one a line, that the worker fetches as a batch of their own. */
export async function AddressForm() {
  const { t } = await requestI18n()
  return (
    <KeepForm action={receiveAddressesAction} className="grid gap-3">
      <Field label={t('batches.addresses.label')} hint={t('batches.addresses.hint')}>
        <textarea
          name="addresses"
          required
          rows={4}
          dir="ltr"
          spellCheck={false}
          placeholder="https://"
          aria-keyshortcuts="w"
          className={`${controlClass} py-1.5`}
        />
      </Field>
      <Button look="primary" className="justify-self-start">
        {t('batches.addresses.fetch')}
      </Button>
    </KeepForm>
  )
}
