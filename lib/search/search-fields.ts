import { foldText } from '#lib/text/fold.ts'

type FieldRow = {
  /** What it is called on a screen in English and in Arabic, which is also how it is written. */
  en: string
  ar: string
  /** Other words that mean it, in any language. */
  more: string
  /** Whether an article can have several of it: asked for twice, both must be there; else either may. */
  several?: true
}

/** What can be asked for by name. Each but days and `is` is a parameter of the filter of the same name. */
export const SEARCH_FIELDS = {
  source: { en: 'source', ar: 'مصدر', more: 'المصدر صحيفة src' },
  topic: { en: 'topic', ar: 'موضوع', more: 'الموضوع subject sujet thème', several: true },
  entity: {
    en: 'entity',
    ar: 'كيان',
    more: 'علم شخص منظمة مكان name who person place organisation entité',
    several: true,
  },
  country: { en: 'country', ar: 'بلد', more: 'البلد دولة pays', several: true },
  by: { en: 'by', ar: 'كاتب', more: 'الكاتب بقلم author byline auteur par' },
  agency: { en: 'agency', ar: 'وكالة', more: 'الوكالة agence' },
  language: { en: 'language', ar: 'لغة', more: 'اللغة lang langue' },
  has: { en: 'has', ar: 'فيه', more: 'فيها with', several: true },
  flag: { en: 'flag', ar: 'شك', more: 'تنبيه doubt flagged', several: true },
  state: { en: 'state', ar: 'حالة', more: 'الحالة status état' },
  assignee: { en: 'assignee', ar: 'لدى', more: 'مسند المسؤول assigned' },
  is: { en: 'is', ar: 'هو', more: 'هي est' },
  on: { en: 'on', ar: 'يوم', more: 'تاريخ date' },
  after: { en: 'after', ar: 'بعد', more: 'منذ since depuis après' },
  before: { en: 'before', ar: 'قبل', more: 'avant' },
  until: { en: 'until', ar: 'حتى', more: 'لغاية till' },
  story: { en: 'story', ar: 'قصة', more: 'القصة' },
  batch: { en: 'batch', ar: 'دفعة', more: 'الدفعة' },
} as const satisfies Record<string, FieldRow>

export type SearchField = keyof typeof SEARCH_FIELDS
export const FIELD_NAMES = Object.keys(SEARCH_FIELDS) as SearchField[]

/** Fields whose values are days. */
export const DAY_FIELDS = ['on', 'after', 'before', 'until'] as const
export type DayField = (typeof DAY_FIELDS)[number]
export const isDayField = (field: SearchField): field is DayField => DAY_FIELDS.includes(field as DayField)

/** Fields that are a parameter of the filter, with its choices (lib/core/choices.ts). */
export type ChoiceField = Exclude<SearchField, 'is' | DayField>
export const isChoiceField = (field: SearchField): field is ChoiceField => field !== 'is' && !isDayField(field)

/** Every folded word by which a field is known. */
const BY_KEYWORD = new Map<string, SearchField>(
  FIELD_NAMES.flatMap((field) => {
    const { en, ar, more } = SEARCH_FIELDS[field]
    return [en, ar, ...more.split(' ')].map((word): [string, SearchField] => [foldText(word), field])
  }),
)

/** The field that is called so in any of the languages, hamza or not. Pure. */
export const fieldCalled = (word: string): SearchField | undefined => BY_KEYWORD.get(foldText(word))

/** The words by which a field can be written, folded. Pure. */
export const keywordsOf = (field: SearchField): string[] =>
  [...BY_KEYWORD].flatMap(([word, known]) => (known === field ? word : []))

/** How a field is written for a reader of this language. Pure. */
export const keywordIn = (locale: string, field: SearchField): string =>
  SEARCH_FIELDS[field][locale === 'ar' ? 'ar' : 'en']

/** Whether an article can have several of it. Pure. */
export const hasSeveral = (field: SearchField): boolean => 'several' in SEARCH_FIELDS[field]
