import type { I18n } from '#lib/i18n/i18n.ts'

const STEPS = [
  ['giga', 1e9],
  ['mega', 1e6],
  ['kilo', 1e3],
] as const

/** Bytes as people say them: 12 MB. */
export function sizeInWords({ t, format }: I18n, bytes: number): string {
  for (const [step, unit] of STEPS) {
    if (bytes >= unit)
      return t(`batches.size.${step}`, { size: format.number(bytes / unit, { maximumFractionDigits: 1 }) })
  }
  return t('batches.size.bytes', { size: format.number(bytes) })
}
