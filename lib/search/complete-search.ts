import type { I18n } from '#lib/i18n/i18n.ts'
import { type Catalogue, type KnownValue, nameKey } from '#lib/search/catalogue.ts'
import {
  FIELD_NAMES,
  fieldCalled,
  isDayField,
  keywordIn,
  keywordsOf,
  type SearchField,
} from '#lib/search/search-fields.ts'
import { valueLabel } from '#lib/search/value-label.ts'
import { quoted, writeValue } from '#lib/search/write-value.ts'
import { foldText } from '#lib/text/fold.ts'

/** Something to go on with: what to put in, what it is called, and what it is. */
export type Offered = { insert: string; label: string; detail: string }
/** Offers for the part of what was typed between two places. */
export type Completion = { from: number; to: number; offers: Offered[] }

/** Fields whose values are offered before their field is named: what people type is a name. */
const BY_NAME = ['entity', 'topic', 'country', 'source'] as const
const DAYS = { ar: ['اليوم', 'أمس', '7d', 'أسبوعين', '30d'], en: ['today', 'yesterday', '7d', '2w', '30d'] }
/** Of a word that is no value's place, so many letters at least are needed to offer values. */
const SHORTEST = 2

/** What may come at this place of a search: values of the field that stands before it, or fields, and what is called so. Pure. */
export function completeSearch(typed: string, at: number, catalogue: Catalogue, i18n: I18n, limit = 10): Completion {
  const { from, field, part } = placeAt(typed.slice(0, at))
  const offers = field ? valuesOf(field, part, catalogue, i18n, limit) : [...fieldsOf(part, i18n), ...named()]
  return { from, to: at, offers: offers.slice(0, limit) }

  function named(): Offered[] {
    if (nameKey(part).length < SHORTEST) return []
    return BY_NAME.flatMap((of) =>
      ranked(of, part, catalogue)
        .slice(0, 4)
        .map(({ rank, value }) => ({ rank, offer: offerOf(of, value, catalogue, i18n, true) })),
    )
      .sort((a, b) => a.rank - b.rank)
      .map(({ offer }) => offer)
  }
}

/** The value or the word that ends here, where it begins, and the field it is a value of. */
function placeAt(before: string): { from: number; field: SearchField | undefined; part: string } {
  const open = /(?<=[:：,،(]\s?)["«“][^"«»“”]*$/u.exec(before)?.[0]
  const part = open ?? /[^\s,،("«»“”]*$/u.exec(before)?.[0] ?? ''
  const from = before.length - part.length
  const named = /^[-−–]?([\p{L}\p{M}_]{1,30})[:：](.*)$/u.exec(part)
  const inPart = open === undefined && named ? fieldCalled(named[1] ?? '') : undefined
  if (inPart) return { from: before.length - (named?.[2]?.length ?? 0), field: inPart, part: named?.[2] ?? '' }
  const head = before.slice(0, from)
  const list = /(?:^|\s)[-−–]?([\p{L}\p{M}_]{1,30})[:：]\s?\(?(?:(?:"[^"]*"|«[^»]*»|[^\s,،"«»()]+)[,،]\s?)*$/u.exec(
    head,
  )
  const field = list ? fieldCalled(list[1] ?? '') : undefined
  const minus = !field && /^[-−–]/.test(part) ? 1 : 0
  return { from: from + minus, field, part: part.slice(minus).replace(/^["«“]/u, '') }
}

function fieldsOf(part: string, { t, locale }: I18n): Offered[] {
  const start = foldText(part)
  return FIELD_NAMES.filter((field) => keywordsOf(field).some((word) => word.startsWith(start))).map((field) => ({
    insert: `${keywordIn(locale, field)}:`,
    label: `${keywordIn(locale, field)}:`,
    detail: t(`search.field.${field}`),
  }))
}

function valuesOf(field: SearchField, part: string, catalogue: Catalogue, i18n: I18n, limit: number): Offered[] {
  if (isDayField(field)) {
    const days = DAYS[i18n.locale].filter((day) => foldText(day).startsWith(foldText(part)))
    return days.map((day) => ({ insert: `${day} `, label: day, detail: i18n.t(`search.field.${field}`) }))
  }
  const found = nameKey(part)
    ? ranked(field, part, catalogue).map(({ value }) => value)
    : catalogue.of(field).filter((value) => !value.retired)
  return found.slice(0, limit).map((value) => offerOf(field, value, catalogue, i18n, false))
}

function offerOf(field: SearchField, value: KnownValue, catalogue: Catalogue, i18n: I18n, withField: boolean): Offered {
  const written =
    isDayField(field) || field === 'by'
      ? (quoted(value.id) ?? value.id)
      : writeValue(field, value.id, catalogue, i18n.locale)
  return {
    insert: `${withField ? `${keywordIn(i18n.locale, field)}:` : ''}${written} `,
    label: valueLabel(i18n, field, value.id, catalogue),
    detail: i18n.t(`search.field.${field}`),
  }
}

/** Values one of whose names has these words: the whole name, its beginning, that of a word of it; shorter ones first. */
function ranked(field: SearchField, part: string, catalogue: Catalogue): { value: KnownValue; rank: number }[] {
  const key = nameKey(part)
  const ranks = new Map<KnownValue, number>()
  const meet = (value: KnownValue, name: string) => {
    const rank = rankOf(name, key)
    if (rank < (ranks.get(value) ?? Number.POSITIVE_INFINITY)) ranks.set(value, rank)
  }
  for (const [name, values] of catalogue.names(field)) for (const value of values) meet(value, name)
  for (const value of catalogue.of(field)) if (!value.retired) meet(value, nameKey(value.handle))
  return [...ranks].map(([value, rank]) => ({ value, rank })).sort((a, b) => a.rank - b.rank)
}

function rankOf(name: string, key: string): number {
  const length = Math.min(name.length, 99) / 100
  if (name === key) return 0
  if (name.startsWith(key) || name.startsWith(`ال${key}`)) return 1 + length
  if (name.includes(` ${key}`) || name.includes(` ال${key}`)) return 2 + length
  return Number.POSITIVE_INFINITY
}
