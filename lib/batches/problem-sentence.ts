import { sizeInWords } from '#lib/batches/size-in-words.ts'
import type { I18n } from '#lib/i18n/i18n.ts'

/** Why an item could not be read, or is here already, as a sentence: `{key, …figures}` as the document keeps it. */
export function problemSentence(i18n: I18n, problem: unknown): string | null {
  if (typeof problem !== 'object' || problem === null) return null
  const { key, ...figures } = problem as { key?: string } & Record<string, unknown>
  const name = `batches.problems.${key}` as 'batches.problems.empty'
  if (!key || !i18n.t.has(name)) return i18n.t('batches.problems.other', { key: String(key) })
  const values: Record<string, string> = { line: '1' }
  for (const [figure, value] of Object.entries(figures)) {
    const isSize = figure === 'size' || (figure === 'limit' && key?.endsWith('too-large'))
    values[figure] =
      typeof value === 'number'
        ? isSize
          ? sizeInWords(i18n, value)
          : i18n.number(value)
        : isolated(String(value), i18n.locale)
  }
  return i18n.t(name, values as never)
}

/** Letters that run against the sentence. */
const AGAINST = { ar: /[a-z]/i, en: /[\u0590-\u08ff]/ }

/** A name or an address in the other direction keeps its own order, and the sentence around it keeps its. */
const isolated = (value: string, locale: 'ar' | 'en'): string =>
  AGAINST[locale].test(value) ? `\u2068${value}\u2069` : value
