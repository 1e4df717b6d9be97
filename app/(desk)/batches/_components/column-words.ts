import type { I18n } from '#lib/i18n/i18n.ts'
import type { FieldName } from '#lib/receive/field-names.ts'

const FIELDS = 'title text html body publishedAt source author language address agency'.split(' ') as FieldName[]

/** The words of a table's columns; `{name}` is filled in by the browser. */
export function columnWords({ t }: I18n) {
  return {
    as: t.raw('batches.columns.as') as string,
    ignored: t('batches.columns.ignored'),
    known: t('batches.columns.known'),
    remembered: t('batches.columns.remembered'),
    noText: t('batches.columns.noText'),
    fields: FIELDS.map((field) => ({ field, word: t(`batches.columns.fields.${field}`) })),
  }
}

export type ColumnWords = ReturnType<typeof columnWords>
