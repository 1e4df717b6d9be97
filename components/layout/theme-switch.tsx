import { cookies } from 'next/headers'
import { Button } from '#components/ui/button.tsx'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { chooseTheme } from '#lib/web/preferences.ts'
import { THEME_COOKIE, THEMES, themeOf } from '#lib/web/theme.ts'

/** Steps through automatic, light and dark. */
export async function ThemeSwitch() {
  const { t } = await requestI18n()
  const theme = themeOf((await cookies()).get(THEME_COOKIE)?.value)
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'auto'
  return (
    <form action={chooseTheme}>
      <input type="hidden" name="theme" value={next} />
      <Button look="quiet" small title={`${t('common.theme.label')}: ${t(`common.theme.${theme}`)}`}>
        <span aria-hidden="true">◐</span>
        <span className="sr-only">
          {t('common.theme.label')}: {t(`common.theme.${theme}`)}
        </span>
      </Button>
    </form>
  )
}
