import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeChoices } from '#lib/core/choices.ts'
import { filterParams } from '#lib/core/filter-params.ts'
import { ArticleFilter } from '#lib/db/article-filter.ts'
import { i18nFor } from '#lib/i18n/i18n.ts'
import { Catalogue, type KnownValue } from '#lib/search/catalogue.ts'
import { completeSearch } from '#lib/search/complete-search.ts'
import { expandNames } from '#lib/search/expand-names.ts'
import { fixedValues } from '#lib/search/fixed-values.ts'
import { parseQuery } from '#lib/search/parse-query.ts'
import { parseSearch } from '#lib/search/parse-search.ts'
import { readDays } from '#lib/search/read-days.ts'
import { FIELD_NAMES, hasSeveral, SEARCH_FIELDS } from '#lib/search/search-fields.ts'
import { settleSearch } from '#lib/search/settle-search.ts'
import { toTsquery } from '#lib/search/tsquery.ts'
import { writeQuery } from '#lib/search/write-query.ts'

/** For many runs, on a machine that has more to do. */
const PATIENT = 60_000
const TODAY = '2026-11-22'
const ASKER = { userId: '01900000-0000-7000-8000-00000000000a', today: TODAY }
const id = (n: number) => `01900000-0000-7000-8000-00000000000${n}`
const known = (field: KnownValue['field'], key: string, ar: string, en: string, more: Partial<KnownValue> = {}) => ({
  field,
  id: key,
  handle: key,
  names: { ar, en, fr: null },
  aliases: [],
  ...more,
})
const CATALOGUE = new Catalogue([
  ...fixedValues(),
  known('source', id(1), 'وكالة الأنباء الجزائرية', 'APS', { handle: 'aps' }),
  known('source', id(2), 'الشرق الأوسط', 'Asharq "Al-Awsat"', { handle: 'aawsat' }),
  // Two papers of one name, and one that is called like the word for none.
  known('source', id(3), 'الخبر', 'The News', { handle: 'news-dz' }),
  known('source', id(4), 'الخبر', 'The News', { handle: 'news-ml' }),
  known('source', id(5), 'none', 'none', { handle: 'nothing' }),
  known('topic', 'medtop:16000000', 'نزاع مسلح', 'armed conflict'),
  known('topic', 'desk:drones', 'المسيّرات', 'drones, and «others» "so"'),
  known('entity', 'tchiani', 'عبد الرحمن تياني', 'Abdourahamane Tchiani', {
    kind: 'person',
    aliases: ['تياني', 'تشياني', 'Tchiani', 'Tiani'],
  }),
  known('entity', 'tiani-else', 'تياني الآخر', 'Another', { kind: 'person' }),
  known('entity', 'old', 'قديم', 'old', { retired: true }),
  known('agency', 'AFP', 'فرانس برس', 'AFP'),
  known('assignee', id(6), 'سلمى، من الجزائر', 'سلمى، من الجزائر'),
])
const settle = (typed: string, rest: ArticleFilter = {}) => settleSearch(rest, parseSearch(typed), CATALOGUE, ASKER)
const params = (typed: string) => filterParams(settle(typed).filter)

describe('taking a search apart', () => {
  test.each<[string, Record<string, string>]>([
    ['source:aps', { source: id(1) }],
    ['مصدر:aps مصدر:aawsat', { source: `${id(1)},${id(2)}` }],
    ['entity:tchiani entity:tiani-else', { entity: 'tchiani;tiani-else' }],
    ['entity:tchiani,tiani-else -entity:old', { entity: 'tchiani,tiani-else;-old' }],
    ['SOURCE:APS', { source: id(1) }],
    ['source：aps', { source: id(1) }],
    ['الساحل مصدر: aps قمة', { source: id(1), q: 'الساحل قمة' }],
    ['موضوع:«نزاع مسلح»', { topic: 'medtop:16000000' }],
    ['is:first', { text: 'first' }],
    ['-is:first', { text: 'copy' }],
    ['is:open', { state: 'open' }],
    ['assignee:me', { assignee: ASKER.userId }],
    ['by:"Ahmed, Ali"', { by: 'ahmed ali' }],
    ['after:2026-11-10 after:2026-11-12 before:2026-11-20', { from: '2026-11-12', to: '2026-11-19' }],
    ['on:٢٠/١١/٢٠٢٦', { from: '2026-11-20', to: '2026-11-20' }],
    ['-after:2026-11-10', { to: '2026-11-09' }],
    ['-until:2026-11-10', { from: '2026-11-11' }],
    ['"source:aps"', { q: '"source:aps"' }],
    ['a OR b source:aps', { source: id(1), q: 'a OR b' }],
    ['a OR source:aps b', { source: id(1), q: 'a b' }],
    ['https://example.org/x', { q: 'https://example.org/x' }],
    ['، ؟', {}],
  ])('%s', (typed, expected) => expect(params(typed)).toEqual(expected))

  test('a name of several asks for them all, an identifier for one', () => {
    expect(params('source:الخبر')).toEqual({ source: `${id(3)},${id(4)}` })
    expect(params('source:news-ml')).toEqual({ source: id(4) })
  })

  test('what is typed adds to what was clicked', () => {
    expect(filterParams(settle('-country:ML source:aps', { country: 'NE', source: id(2) }).filter)).toEqual({
      country: 'NE;-ML',
      source: `${id(2)},${id(1)}`,
    })
  })

  test('each field is known by its Arabic and by its English name, and no word means two', () => {
    const words = FIELD_NAMES.flatMap((field) => [SEARCH_FIELDS[field].ar, SEARCH_FIELDS[field].en])
    expect(new Set(words).size).toBe(words.length)
    for (const field of FIELD_NAMES)
      for (const word of [SEARCH_FIELDS[field].ar, SEARCH_FIELDS[field].en])
        expect(parseSearch(`${word}:x`).fields).toMatchObject([{ field, values: ['x'] }])
  })

  test('problems stand where they were typed', () => {
    const typed = 'الساحل source:apss after:noon'
    const { problems, isWhole } = settle(typed)
    expect(isWhole).toBe(false)
    expect(problems.map((p) => 'span' in p && typed.slice(p.span.start, p.span.end))).toEqual([
      'source:apss',
      'after:noon',
    ])
    expect(problems[0]).toMatchObject({ kind: 'value', offers: [{ handle: 'aps' }] })
  })
})

describe('days', () => {
  test.each<[string, string, string]>([
    ['2026', '2026-01-01', '2026-12-31'],
    ['2026-02', '2026-02-01', '2026-02-28'],
    ['2024-2', '2024-02-01', '2024-02-29'],
    ['11/2026', '2026-11-01', '2026-11-30'],
    ['٢٠٢٦-١١-٠٣', '2026-11-03', '2026-11-03'],
    ['3.11.2026', '2026-11-03', '2026-11-03'],
    ['today', TODAY, TODAY],
    ['أمس', '2026-11-21', '2026-11-21'],
    ['7d', '2026-11-16', TODAY],
    ['٧أيام', '2026-11-16', TODAY],
    ['week', '2026-11-16', TODAY],
    ['أسبوعين', '2026-11-09', TODAY],
    ['1m', '2026-10-23', TODAY],
    ['سنة', '2025-11-23', TODAY],
  ])('%s', (written, first, last) => expect(readDays(written, TODAY)).toEqual({ first, last }))

  test.each(['', 'noon', '2026-13', '2026-02-30', '31/02/2026', '0d', '7x', '20261122'])('%s is no day', (written) =>
    expect(readDays(written, TODAY)).toBeNull(),
  )
})

describe('a filter that is printed and read again', () => {
  const pick = (...values: string[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 })
  const choices = (field: (typeof FIELD_NAMES)[number], ...values: string[]) =>
    fc
      .tuple(fc.array(pick(...values), { maxLength: hasSeveral(field) ? 3 : 1 }), fc.option(pick(...values)))
      .map(([all, none]) => writeChoices({ all, none: none ?? [] }))
  const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  const iso = fc.option(
    day.map((date) => date.toISOString().slice(0, 10)),
    { nil: undefined },
  )
  const words = fc
    .oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc
        .array(
          fc.constantFrom('الساحل', '-رياضة', '"مجلس الأمن"', 'OR', 'أو', 'حكوم*', 'foo:bar', '"', '«', ':', '-'),
          {
            maxLength: 8,
          },
        )
        .map((some) => some.join(' ')),
    )
    // Words as they are left when fields are taken out.
    .map((typed) => settle(typed))
    .filter(({ filter, isWhole }) => isWhole && Object.keys(filterParams(filter)).every((name) => name === 'q'))
    .map(({ filter }) => filter.q)
  const filters = fc
    .record({
      q: words,
      source: choices('source', id(1), id(2), id(3), id(4), id(5), 'none'),
      topic: choices('topic', 'medtop:16000000', 'desk:drones'),
      entity: choices('entity', 'tchiani', 'tiani-else', 'old'),
      country: choices('country', 'NE', 'ML', 'NG', 'CD', 'CG'),
      by: choices('by', 'احمد علي', 'durand'),
      agency: choices('agency', 'AFP'),
      language: choices('language', 'ar', 'fr', 'und', 'ckb'),
      has: choices('has', 'note', 'copies', 'date'),
      flag: choices('flag', 'date-missing', 'truncated'),
      state: choices('state', 'open', 'done', 'new'),
      assignee: choices('assignee', id(6), 'none'),
      story: choices('story', id(7), id(8)),
      batch: choices('batch', id(9)),
      from: iso,
      to: iso,
      text: fc.constantFrom('first' as const, 'copy' as const, undefined),
      tags: fc.constantFrom('accepted' as const, undefined),
    })
    .map((given): ArticleFilter => ArticleFilter.parse(given))

  test.each(['ar', 'en'])(
    'is the same filter (%s)',
    (locale) => {
      fc.assert(
        fc.property(filters, (filter) => {
          const printed = writeQuery(filter, CATALOGUE, locale)
          const { filter: again, problems } = settle(printed)
          expect(problems.filter(({ kind }) => kind !== 'field')).toEqual([])
          expect(filterParams(again)).toEqual(filterParams(filter))
        }),
        { numRuns: 150 },
      )
    },
    PATIENT,
  )

  test('is read in one language as it was printed in the other', () => {
    const filter = { source: id(1), topic: 'medtop:16000000', q: 'x' }
    expect(writeQuery(filter, CATALOGUE, 'ar')).toBe('مصدر:"وكالة الأنباء الجزائرية" موضوع:"نزاع مسلح" x')
    expect(writeQuery(filter, CATALOGUE, 'en')).toBe('source:APS topic:"armed conflict" x')
  })

  test('names what would mean something else by its slug', () => {
    expect(writeQuery({ source: id(4) }, CATALOGUE, 'ar')).toBe('مصدر:news-ml')
    expect(writeQuery({ topic: 'desk:drones' }, CATALOGUE, 'en')).toBe('topic:desk:drones')
  })
})

test('quotation marks that never close, one behind the other, are read as if they were not there', () => {
  for (const typed of ['source:„„aps', 'source:‟‟aps', 'source: -„‟„aps'])
    expect(parseSearch(typed).input).not.toMatch(/[„‟]/)
  expect(parseSearch('source:„„aps').fields).toMatchObject([{ field: 'source', values: ['aps'] }])
})

test(
  'whatever is typed, it is taken apart without fail, and twice the same',
  () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc
        .array(
          fc.constantFrom(
            'source:',
            'مصدر:',
            '-',
            '"',
            '«',
            '»',
            '„',
            '‟',
            '(',
            ')',
            ',',
            '،',
            ' ',
            'OR',
            'aps',
            ':',
            'before:',
            '7d',
            '*',
            'is:',
            'x',
          ),
          { maxLength: 20 },
        )
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(typed, (some) => {
        const { filter, isWhole } = settle(some)
        ArticleFilter.parse(filter)
        const { query } = expandNames(parseQuery(filter.q ?? ''), CATALOGUE)
        for (const mode of ['all', 'any'] as const) toTsquery(query, mode)
        if (isWhole) expect(settle(writeQuery(filter, CATALOGUE, 'ar')).filter).toEqual(filter)
      }),
      { numRuns: 150 },
    )
  },
  PATIENT,
)

describe('what may come next', () => {
  const offered = (typed: string, at = typed.length) => completeSearch(typed, at, CATALOGUE, i18nFor('ar'))
  const inserted = (typed: string, at = typed.length) => {
    const { from, to, offers } = offered(typed, at)
    return offers.map(({ insert }) => typed.slice(0, from) + insert + typed.slice(to))
  }

  test.each<[string, string]>([
    ['مص', 'مصدر:'],
    ['soru', ''],
    ['sour', 'مصدر:'],
    ['قمة -مو', 'قمة -موضوع:'],
    ['مصدر:وكا', 'مصدر:"وكالة الأنباء الجزائرية" '],
    ['مصدر:انباء', 'مصدر:"وكالة الأنباء الجزائرية" '],
    ['مصدر: aps', 'مصدر: "وكالة الأنباء الجزائرية" '],
    ['مصدر:"الشرق ال', 'مصدر:"الشرق الأوسط" '],
    ['source:aps,الشر', 'source:aps,"الشرق الأوسط" '],
    ['موضوع:desk:dro', 'موضوع:المسيّرات '],
    ['تشيا', 'كيان:"عبد الرحمن تياني" '],
    ['قمة قبل:ام', 'قمة قبل:أمس '],
    ['لغة:فرن', 'لغة:الفرنسية '],
    ['شك:بلا', 'شك:"بلا عنوان" '],
  ])('%s', (typed, first) => expect(inserted(typed)[0] ?? '').toBe(first))

  test('offers all fields where nothing is typed, and stops at ten', () => {
    expect(offered('').offers.map(({ insert }) => insert)).toContain('مصدر:')
    expect(offered('بلد:').offers).toHaveLength(10)
  })

  test('what stands behind the caret stays', () => {
    expect(inserted('مصدر:وكا قمة', 8)[0]).toBe('مصدر:"وكالة الأنباء الجزائرية"  قمة')
  })

  test('whatever is typed, offers are made without fail', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.nat(40), (typed, at) => {
        const { from, to } = completeSearch(typed, Math.min(at, typed.length), CATALOGUE, i18nFor('en'))
        expect(from).toBeLessThanOrEqual(to)
      }),
    )
  })
})

describe('names in every spelling', () => {
  const expanded = (typed: string) => expandNames(parseQuery(typed), CATALOGUE)

  test('a name is looked for in the others, too', () => {
    const { query, expansions } = expanded('قمة تياني')
    expect(expansions.map((e) => e.also)).toEqual([['Tiani', 'تشياني', 'Tchiani']])
    expect(toTsquery(query, 'all')).toMatch(/^\('قمه' & \('تيان' \| .*'tchiani'\)\)$/)
  })

  test.each(['"تياني"', 'تيان*', 'قديم', 'الوزير'])('%s is left as it is', (typed) =>
    expect(expanded(typed).expansions).toEqual([]),
  )

  test('the words of a full name are one thing to ask for', () => {
    const { query, expansions } = expanded('عبد الرحمن تياني قمة')
    expect(expansions[0]?.also).toEqual(['Abdourahamane Tchiani'])
    expect(query.clauses).toHaveLength(2)
  })
})
