import { FLAG_KINDS } from '#lib/core/article.ts'
import { STATE_CHOICES } from '#lib/db/article-filter.ts'
import { HAS_CHOICES } from '#lib/db/has-sql.ts'
import { MESSAGES } from '#lib/i18n/messages/all.ts'
import type { KnownValue } from '#lib/search/catalogue.ts'
import type { SearchField } from '#lib/search/search-fields.ts'
import { IS_CHOICES } from '#lib/search/settle-search.ts'
import countries from '#seeds/reference/countries.json' with { type: 'json' }

const { ar, en } = MESSAGES

/** What nobody edits: countries, languages, states, flags and the like, by what our screens call them. */
export function fixedValues(): KnownValue[] {
  const named = (field: SearchField, id: string, names: { ar: string; en: string }, aliases: string[] = []) => ({
    field,
    id,
    handle: id,
    names: { ...names, fr: null },
    aliases,
  })
  return [
    ...FLAG_KINDS.map((kind) => named('flag', kind, { ar: ar.flags.name[kind], en: en.flags.name[kind] })),
    ...STATE_CHOICES.map((state) => named('state', state, { ar: ar.desk.state[state], en: en.desk.state[state] })),
    ...HAS_CHOICES.map((what) =>
      named('has', what, { ar: ar.search.has[what], en: en.search.has[what] }, HAS_ALIASES[what]?.split(' ')),
    ),
    ...(Object.keys(IS_CHOICES) as (keyof typeof IS_CHOICES)[]).map((claim) =>
      named('is', claim, { ar: ar.search.is[claim], en: en.search.is[claim] }),
    ),
    named('source', 'none', { ar: ar.search.unknownSource, en: en.search.unknownSource }, ['unknown', 'مجهول']),
    named('assignee', 'none', { ar: ar.search.nobody, en: en.search.nobody }, ['بلا']),
    named('assignee', 'me', { ar: ar.search.me, en: en.search.me }, ['mine', 'لي', 'moi']),
    ...byIntl('country', 'region', Object.keys(countries), (code) => {
      const row = countries[code as keyof typeof countries]
      return [...row.ar, ...row.en, ...row.fr]
    }),
    named('language', 'und', { ar: ar.common.unknown, en: en.common.unknown }, ['none', 'مجهولة']),
    ...byIntl('language', 'language', languageCodes(), (code) => LANGUAGE_ALIASES[code]?.split(' ') ?? []),
  ]
}

/** One word for what screens say in several, or in another form. */
const HAS_ALIASES: Partial<Record<string, string>> = {
  note: 'notes annotation ملاحظة تعليق',
  flag: 'flags تنبيه شك',
  topic: 'موضوع',
  entity: 'علم كيان',
  country: 'بلد دولة',
  copies: 'copy duplicates نسخة',
  story: 'قصة',
  byline: 'author كاتب',
  due: 'مهلة',
}
/** As an adjective, which is how a language is spoken of: فرنسي. */
const LANGUAGE_ALIASES: Record<string, string> = {
  ar: 'عربي arabe',
  en: 'إنجليزي انكليزي anglais',
  fr: 'فرنسي français',
}

/** Codes with their names in three languages, as Intl knows them. */
function byIntl(
  field: 'country' | 'language',
  type: 'region' | 'language',
  codes: string[],
  aliases: (code: string) => string[],
): KnownValue[] {
  const [inAr, inEn, inFr] = ['ar', 'en', 'fr'].map((l) => new Intl.DisplayNames([l], { type, fallback: 'none' }))
  return codes.flatMap((code) => {
    const names = { ar: inAr?.of(code) ?? null, en: inEn?.of(code) ?? null, fr: inFr?.of(code) ?? null }
    return names.en ? [{ field, id: code, handle: code, names, aliases: aliases(code) }] : []
  })
}

/** ISO 639-1 as far as Intl has a name for them, and Sorani. */
function languageCodes(): string[] {
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  const two = letters.flatMap((a) => letters.map((b) => a + b))
  return [...two.filter((code) => Intl.getCanonicalLocales(code)[0] === code), 'ckb']
}
