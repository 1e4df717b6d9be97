import type { FlagLine } from '#lib/core/article-line.ts'
import type { I18n } from '#lib/i18n/i18n.ts'

/** Why an article has a flag, in one sentence with its evidence. Pure. */
export function flagReason({ t }: I18n, { kind, evidence }: Pick<FlagLine, 'kind' | 'evidence'>): string {
  const why = t(`flags.why.${kind}`)
  const proposed = evidence.detail?.proposed
  if (kind === 'title-mismatch' && typeof proposed === 'string') return t('flags.proposed', { why, proposed })
  const name = evidence.detail?.name
  if (kind === 'desk-rule' && typeof name === 'string') return t('flags.byRule', { name })
  return evidence.quote ? t('flags.quote', { why, quote: evidence.quote.slice(0, 120) }) : why
}
