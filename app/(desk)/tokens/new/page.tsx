import { createTokenAction } from '#app/(desk)/tokens/actions.ts'
import { LinkForm } from '#app/(desk)/users/_components/link-form.tsx'
import { Button, buttonClass } from '#components/ui/button.tsx'
import { Field, Input } from '#components/ui/field.tsx'
import { Page, Panel } from '#components/ui/page.tsx'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { pageContext } from '#lib/web/page-context.ts'

export async function generateMetadata() {
  const { t } = await requestI18n()
  return { title: t('tokens.create') }
}

export default async function NewTokenPage() {
  const [{ t }] = await Promise.all([requestI18n(), pageContext('token:manage')])
  const words = {
    title: t('tokens.onceTitle'),
    hint: t('tokens.onceHint'),
    copy: t('tokens.copy'),
    copied: t('tokens.copied'),
  }
  return (
    <Page
      title={t('tokens.create')}
      aside={
        // A whole new page, so that the last token is gone from it.
        <a href="/tokens/new" className={buttonClass()}>
          {t('tokens.another')}
        </a>
      }
    >
      <Panel className="max-w-xl">
        <LinkForm action={createTokenAction} words={words}>
          <Field label={t('tokens.name')} hint={t('tokens.nameHint')}>
            <Input name="name" required maxLength={120} dir="auto" autoComplete="off" />
          </Field>
          <Field label={t('tokens.perMinute')} hint={t('tokens.perMinuteHint')}>
            <Input
              name="documentsPerMinute"
              type="number"
              required
              min={1}
              max={100_000}
              defaultValue={600}
              dir="ltr"
            />
          </Field>
          <Button look="primary" className="justify-self-start">
            {t('tokens.create')}
          </Button>
        </LinkForm>
      </Panel>
    </Page>
  )
}
