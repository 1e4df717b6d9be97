import type { PeriodName } from '#lib/articles/desk-days.ts'
import type { FacetName } from '#lib/articles/facet-sets.ts'
import type { FlagKind } from '#lib/core/article.ts'
import type { Names } from '#lib/core/article-line.ts'
import type { STATE_CHOICES } from '#lib/db/article-filter.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import { nameIn } from '#lib/i18n/name-in.ts'

/** What a value of a facet is called. Pure. */
export function choiceLabel(i18n: I18n, facet: FacetName, value: string, names?: Names): string {
  const { t } = i18n
  switch (facet) {
    case 'state':
      return t(`desk.state.${value as (typeof STATE_CHOICES)[number]}`)
    case 'date':
      return t(`desk.facets.${value as PeriodName}`)
    case 'flag':
      return t(`flags.name.${value as FlagKind}`)
    case 'country':
      return i18n.countryName(value)
    case 'language':
      return i18n.languageName(value)
    case 'source':
      return value === 'none'
        ? t('desk.unknownSource')
        : (names && nameIn(i18n.locale, names).text) || t('desk.unnamed')
    case 'assignee':
      return value === 'none'
        ? t('desk.facets.nobody')
        : (names && nameIn(i18n.locale, names).text) || t('desk.unnamed')
    default:
      return (names && nameIn(i18n.locale, names).text) || value
  }
}
