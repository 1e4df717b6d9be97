import { authorize } from '#lib/access/authorize.ts'
import { readChoices } from '#lib/core/choices.ts'
import type { ArticleFilter } from '#lib/db/article-filter.ts'
import type { Context } from '#lib/db/context.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import type { Catalogue } from '#lib/search/catalogue.ts'
import { loadCatalogue } from '#lib/search/load-catalogue.ts'
import { otherNames } from '#lib/search/other-names.ts'
import { type ChoiceField, FIELD_NAMES, isChoiceField } from '#lib/search/search-fields.ts'
import { daysLabel } from '#lib/search/sentence-of.ts'
import { type OtherNames, valueLabel } from '#lib/search/value-label.ts'

/** One thing a filter asks for, in the reader's words, and the parameters that say it: without these it is not asked. */
export type FilterLabel = { params: (keyof ArticleFilter)[]; field: string; value: string }

/** Everything a filter asks for, one by one, for screens that let it be taken away. @throws AppError forbidden */
export async function filterLabels(ctx: Context, i18n: I18n, filter: ArticleFilter): Promise<FilterLabel[]> {
  authorize(ctx.actor, 'article:read')
  const [catalogue, others] = await Promise.all([loadCatalogue(ctx), otherNames(ctx, filter)])
  const { t } = i18n
  const labels: FilterLabel[] = []
  if (filter.q) labels.push({ params: ['q'], field: t('desk.search.submit'), value: filter.q })
  for (const field of FIELD_NAMES) {
    if (!isChoiceField(field) || !filter[field]) continue
    const value = choicesLabel(i18n, field, filter[field], catalogue, others)
    labels.push({ params: [field], field: t(`search.field.${field}`), value })
  }
  if (filter.from || filter.to) {
    labels.push({ params: ['from', 'to'], field: t('desk.facets.date'), value: daysLabel(i18n, filter) })
  }
  if (filter.text) labels.push({ params: ['text'], field: t('desk.facets.text'), value: t(`search.is.${filter.text}`) })
  if (filter.tags) labels.push({ params: ['tags'], field: t('desk.facets.tags'), value: t('desk.facets.tagsAccepted') })
  return labels
}

/** `a,b;c;-d` as «A أو B وC، بلا D». Pure. */
function choicesLabel(i18n: I18n, field: ChoiceField, param: string, catalogue: Catalogue, others: OtherNames): string {
  const { all, none } = readChoices(param)
  const named = (ids: string[]) =>
    i18n.format.list(
      ids.map((id) => valueLabel(i18n, field, id, catalogue, others)),
      { type: 'disjunction' },
    )
  const parts = all.length > 0 ? [i18n.format.list(all.map(named), { type: 'conjunction' })] : []
  if (none.length > 0) parts.push(i18n.t('search.sentence.without', { names: named(none) }))
  return parts.join(i18n.locale === 'ar' ? '، ' : ', ')
}
