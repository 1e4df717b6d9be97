import type { I18n } from '#lib/i18n/i18n.ts'
import { isolate } from '#lib/i18n/isolate.ts'

/** A field's evidence as it is stored. */
export type StoredEvidence = {
  rule: string
  quote?: string
  confidence?: number
  detail?: Record<string, unknown>
  /** Who set it, where a person did. */
  by?: string | null
  name?: string
  at?: string
}

/**
 * Where a field comes from, in words: `date.json-ld` reads "read from the page's JSON-LD". A rule without a sentence is
 * named, and its quotation stands beside it anyway. Pure.
 */
export function provenance(i18n: I18n, evidence: StoredEvidence | undefined): string {
  const { t, format } = i18n
  if (!evidence) return t('article.provenance.unread')
  const { rule } = evidence
  if (rule === 'person') {
    const when = evidence.at ? format.relativeTime(new Date(evidence.at)) : ''
    return t('article.provenance.person', { name: isolate(evidence.name ?? ''), when })
  }
  if (rule.startsWith('stated.')) return t('article.provenance.stated')
  const key = `article.provenance.${rule}` as 'article.provenance.date.footer'
  const place = rule.slice(rule.indexOf('.') + 1)
  // A further dot is part of a page's own name for a field (`date.dc.date`), not a step into the messages.
  return !place.includes('.') && t.has(key) ? t(key) : t('article.provenance.other', { place: isolate(place) })
}
