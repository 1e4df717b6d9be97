import { Button } from '#components/ui/button.tsx'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { chooseLanguage } from '#lib/web/preferences.ts'

export async function LanguageSwitch() {
  const { t, locale } = await requestI18n()
  const other = locale === 'ar' ? 'en' : 'ar'
  return (
    <form action={chooseLanguage}>
      <input type="hidden" name="locale" value={other} />
      <Button look="quiet" small lang={other} title={t('common.languageLabel')}>
        {t('common.language')}
      </Button>
    </form>
  )
}
