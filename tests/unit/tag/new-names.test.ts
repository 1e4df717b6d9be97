import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileVocabulary } from '#lib/tag/compile-vocabulary.ts'
import { CloseNames } from '#lib/tag/names/close-names.ts'
import { nameKey } from '#lib/tag/names/name-key.ts'
import { counted, languageOf, NameEvidence, spellingsOf } from '#lib/tag/new-names/name-evidence.ts'
import { inContext } from '#lib/tag/new-names/name-in-context.ts'
import { newNamesIn } from '#lib/tag/new-names/new-names-in.ts'

const vocabulary = compileVocabulary({
  topics: [],
  countries: [{ id: 'ML', names: ['مالي', 'Mali'], demonyms: ['مالي'] }],
  entities: [{ id: 'tchiani', names: ['عبد الرحمن تشياني'], ambiguous: [] }],
})
const namesOf = (text: string, title: string | null = null) =>
  newNamesIn({ title, text }, vocabulary).map(({ quote }) => quote)

describe('one key for a name in its usual spellings', () => {
  test.each([
    ['محمد ولد الغزواني', 'محمد ولد غزوانى'],
    ['عبد الله ديوب', 'عبدالله ديوب'],
    ['عبد الرحمن تشياني', 'عبدالرحمن تشياني'],
    ['أبو بكر', 'أبي بكر'],
    ['Kofi Asante-Doku', 'KOFI ASANTE DOKU'],
    ['Abdoulaye Diakité', 'Abdoulaye Diakite'],
  ])('%s, %s', (a, b) => expect(nameKey(a)).toBe(nameKey(b)))

  test('other names have other keys', () => {
    expect(nameKey('سيدو غاسامبي')).not.toBe(nameKey('سايدو جاسمبي'))
    expect(nameKey('الله')).not.toBe('')
  })
})

describe('new names in an article', () => {
  test('are those that neither an entity nor a country has, each at its first place in the text', () => {
    const text = 'التقى الجنرال عبد الرحمن تشياني في مالي قائد الأركان سيدو غاسامبي. وقال سيدو غاسامبي إن الطريق آمن.'
    const [found, ...others] = newNamesIn({ title: 'سيدو غاسامبي في باماكو', text }, vocabulary)
    expect(others).toEqual([])
    expect(found).toMatchObject({ kind: 'person', titled: true, start: text.indexOf('سيدو') })
    expect(text.slice(found?.start, found?.end)).toBe('سيدو غاسامبي')
  })

  test('a family name is whoever is named in full in the same article', () => {
    const text = 'التقى وزير الدفاع إدريس غوساماتي نظراءه أمس. ورأى مراقبون أن غوساماتي يسعى إلى اتفاق.'
    expect(namesOf(text)).toEqual(['إدريس غوساماتي'])
  })

  test('adjectives behind a title, and bodies that every country has, are no names to ask about', () => {
    expect(namesOf('وقال المدير الجهوي إن البرلمان وافق، وأضاف المدير الجهوي أن الوحدات عادت.')).toEqual([])
  })

  test('what stands far down a long text is not looked at', () => {
    const far = `${'وعاد التجار إلى السوق. '.repeat(600)}وقال الجنرال سيدو غاسامبي ذلك.`
    expect(namesOf(far)).toEqual([])
  })
})

describe('close names', () => {
  const known = new CloseNames([
    { id: 'tchiani', kind: 'person', names: ['عبد الرحمن تشياني', 'Abdourahamane Tchiani'] },
    { id: 'goita', kind: 'person', names: ['أسيمي غويتا', 'Assimi Goïta'] },
    { id: 'kidal', kind: 'place', names: ['كيدال', 'Kidal'] },
  ])
  test.each([
    ['عبد الرحمان تياني', 'tchiani'],
    ['Abderrahmane Tiani', 'tchiani'],
    ['تشياني', 'tchiani'],
    ['عاصيمي كويتا', 'goita'],
  ])('%s may be %s', (name, id) => expect(known.closest(name, 'person', 3)[0]?.id).toBe(id))

  test('a person of another name is nobody, and a place is no person of nearly its name', () => {
    expect(known.closest('محمد بازوم', 'person', 3)).toEqual([])
    expect(known.closest('قيدالة', 'person', 3)).toEqual([])
    expect(known.closest('قيدالة', 'place', 3).map(({ id }) => id)).toEqual(['kidal'])
  })

  test('the closest come first, no more than asked for, each once', () => {
    const many = new CloseNames(
      ['تشياني', 'تياني', 'تاياني'].map((name, i) => ({ id: String(i), kind: 'person' as const, names: [name, name] })),
    )
    const found = many.closest('تياني', 'person', 2)
    expect(found.map(({ id }) => id)[0]).toBe('1')
    expect(found).toHaveLength(2)
  })
})

test('the words around a name hold it whole and keep to its line', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('ا', 'ب', ' ', '\n', '😀'), maxLength: 600 }),
      fc.nat(),
      (text, at) => {
        const start = text.length ? at % text.length : 0
        const end = Math.min(text.length, start + 5)
        const { before, quote, after } = inContext(text, { start, end })
        expect(quote).toBe(text.slice(start, end))
        expect(text.slice(0, start).endsWith(before.replace(/^… /, ''))).toBe(true)
        expect(text.slice(end).startsWith(after.replace(/ …$/, ''))).toBe(true)
        expect(before + after).not.toContain('\n')
      },
    ),
  )
})

test('evidence is counted in articles; the most frequent spelling is the name’s', () => {
  const seen = { key: '', kind: 'person' as const, start: 0, end: 0 }
  let evidence = NameEvidence.parse({})
  evidence = counted(evidence, { ...seen, quote: 'Seydou Gassambe', titled: true }, 'en')
  for (let i = 0; i < 2; i++) evidence = counted(evidence, { ...seen, quote: 'Seydou Gassambé', titled: false }, 'fr')
  expect(evidence).toMatchObject({ titles: 1, context: 2 })
  expect(spellingsOf(evidence)).toEqual(['Seydou Gassambé', 'Seydou Gassambe'])
  expect([languageOf('Seydou', evidence), languageOf('سيدو', evidence)]).toEqual(['fr', 'ar'])
})
