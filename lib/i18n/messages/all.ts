import { audit } from '#lib/i18n/messages/audit.ts'
import { common } from '#lib/i18n/messages/common.ts'
import { dashboards } from '#lib/i18n/messages/dashboards.ts'
import { errors } from '#lib/i18n/messages/errors.ts'
import { signIn } from '#lib/i18n/messages/sign-in.ts'

/** Every string of the interface, by area: one file an area, both languages side by side in it. */
export const MESSAGES = {
  ar: { audit: audit.ar, common: common.ar, dashboards: dashboards.ar, errors: errors.ar, signIn: signIn.ar },
  en: { audit: audit.en, common: common.en, dashboards: dashboards.en, errors: errors.en, signIn: signIn.en },
}
