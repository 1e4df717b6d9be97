import type { I18n } from '#lib/i18n/i18n.ts'

/** An audit event as a sentence: `article.tagged` reads `audit.article_tagged`. */
export function eventSentence({ t }: I18n, event: { kind: string; data: unknown }): string {
  const key = `audit.${event.kind.replaceAll('.', '_')}` as 'audit.change_undone'
  const values = typeof event.data === 'object' && event.data ? (event.data as Record<string, string>) : {}
  return t.has(key) ? t(key, values) : t('audit.other', { kind: event.kind })
}
