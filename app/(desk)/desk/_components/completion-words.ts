import type { CompletionWords } from '#app/(desk)/desk/_components/completion.tsx'
import type { I18n } from '#lib/i18n/i18n.ts'

/** The words of the completion, which runs in the browser: it offers ten things at most. */
export const completionWords = (t: I18n['t']): CompletionWords => ({
  label: t('search.completion.label'),
  failed: t('search.completion.failed'),
  count: Array.from({ length: 11 }, (_, count) => t('search.completion.count', { count })),
})
