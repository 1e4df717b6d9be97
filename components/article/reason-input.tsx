import { Input } from '#components/ui/field.tsx'
import type { I18n } from '#lib/i18n/i18n.ts'

/** Why an editor decides so, beside the button that does it; may be left empty. */
export const ReasonInput = ({ i18n: { t }, className = '' }: { i18n: I18n; className?: string }) => (
  <label className={`min-w-36 ${className}`}>
    <span className="sr-only">{t('review.reason')}</span>
    <Input name="reason" maxLength={500} placeholder={t('review.reason')} dir="auto" className="min-h-7 text-sm" />
  </label>
)

/** First in a form of several buttons: Enter in the reason presses none of them. */
export const NoDefaultButton = () => <button type="submit" disabled hidden />
