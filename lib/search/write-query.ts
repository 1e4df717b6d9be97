import { readChoices } from '#lib/core/choices.ts'
import type { ArticleFilter } from '#lib/db/article-filter.ts'
import type { Catalogue } from '#lib/search/catalogue.ts'
import { shifted } from '#lib/search/read-days.ts'
import { FIELD_NAMES, hasSeveral, isChoiceField, keywordIn, type SearchField } from '#lib/search/search-fields.ts'
import { writeValue } from '#lib/search/write-value.ts'

/**
 * A filter as it is typed: fields by their names in the reader's language, then the words. Read again (parseSearch,
 * settleSearch), it is the same filter. Words that were not understood stand as they were typed. Pure.
 */
export function writeQuery(filter: ArticleFilter, catalogue: Catalogue, locale: string): string {
  const parts: string[] = []
  const write = (field: SearchField, values: string[], not = false) =>
    parts.push(`${not ? '-' : ''}${keywordIn(locale, field)}:${values.join(',')}`)
  for (const field of FIELD_NAMES) {
    if (!isChoiceField(field)) continue
    const { all, none } = readChoices(filter[field])
    const written = (ids: string[]) => ids.map((id) => writeValue(field, id, catalogue, locale))
    for (const group of hasSeveral(field) || all.length === 0 ? all : [all.flat()]) write(field, written(group))
    if (none.length > 0) write(field, written(none), true)
  }
  if (filter.text) write('is', [writeValue('is', filter.text, catalogue, locale)])
  if (filter.tags) write('is', [writeValue('is', filter.tags, catalogue, locale)])
  const { from, to } = filter
  // With hyphens, right-to-left text would turn the numbers around.
  const day = (iso: string) => [locale === 'ar' ? iso.replaceAll('-', '/') : iso]
  if (from && from === to) write('on', day(from))
  else {
    if (from) write('after', day(from))
    if (to) write('before', day(shifted(to, 'd', -1)))
  }
  return [...parts, ...(filter.q ? [filter.q] : [])].join(' ')
}
