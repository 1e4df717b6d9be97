import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compileVocabulary } from '#lib/tag/compile-vocabulary.ts'
import { SUGGEST_FROM, suggestTags, type TagInput } from '#lib/tag/suggest-tags.ts'
import { referenceRows } from '#tests/unit/tag/reference-rows.ts'

const vocabulary = compileVocabulary({
  topics: [
    {
      id: 'coup',
      terms: [
        { text: 'انقلاب عسكري', weight: 2 },
        { text: 'انقلاب', weight: 2 },
        { text: 'مجلس عسكري', weight: 2 },
        { text: 'coup', weight: 2 },
      ],
      except: ['انقلاب شاحنة'],
    },
    {
      id: 'bombing',
      terms: [
        { text: 'انتحاري', weight: 2 },
        { text: 'تفجير انتحاري', weight: 2 },
      ],
    },
    {
      id: 'football',
      terms: [
        { text: 'كرة', weight: 2 },
        { text: 'دوري', weight: 2 },
      ],
    },
  ],
  countries: [
    {
      id: 'NE',
      names: ['النيجر', 'Niger'],
      demonyms: ['نيجري', 'نيجرية', 'Nigerien', 'nigérien'],
      capitals: ['نيامي', 'Niamey'],
      except: ['نهر النيجر', 'Niger Delta'],
    },
    { id: 'NG', names: ['نيجيريا', 'Nigeria'], demonyms: ['نيجيري', 'نيجيرية', 'Nigerian'], capitals: ['أبوجا'] },
    {
      id: 'ML',
      names: ['مالي', 'في مالي', 'النيجر ومالي'],
      demonyms: ['مالي', 'مالية'],
      capitals: ['باماكو'],
      ambiguous: ['مالي', 'مالية'],
    },
    { id: 'QA', names: ['قطر'], demonyms: ['قطري'], capitals: ['الدوحة'] },
    {
      id: 'US',
      names: ['الولايات المتحدة', 'US', 'United States'],
      demonyms: ['أمريكي', 'أمريكية'],
      capitals: ['واشنطن', 'Washington'],
      except: ['Washington Post'],
    },
    { id: 'SD', names: ['السودان'], demonyms: ['سوداني'] },
    { id: 'SS', names: ['جنوب السودان'] },
    { id: 'JO', names: ['الأردن'], demonyms: ['أردني'], capitals: ['عمان'], ambiguous: ['عمان'] },
    { id: 'OM', names: ['سلطنة عمان', 'عمان'], demonyms: ['عماني'], capitals: ['مسقط'], ambiguous: ['عمان', 'مسقط'] },
  ],
  entities: [
    { id: 'tchiani', names: ['عبد الرحمن تياني'], aliases: ['تياني', 'تشياني'] },
    { id: 'mody', names: ['ساليفو مودي'], aliases: ['مودي'] },
    { id: 'modi', names: ['ناريندرا مودي'], aliases: ['مودي'] },
  ],
})

const suggest = (text: string, more: Partial<TagInput> = {}) =>
  suggestTags({ title: '', text, titleTrusted: true, ...more }, vocabulary)
const ids = (text: string, more?: Partial<TagInput>) => suggest(text, more).map((s) => s.subject.id)
const filler = (words: number) =>
  'وذكرت مصادر متطابقة حول تفاصيل أخرى تتعلق بالموضوع نفسه '.repeat(Math.ceil(words / 8))

describe('countries', () => {
  test.each(['والنيجر', 'بالنيجر', 'للنيجر', 'وللنيجر', 'كالنيجر', 'النِّيجَر', 'نيجرية', 'والنيجرية', 'بنيامي'])(
    '%s tags Niger',
    (word) => expect(ids(`${word} ${word}`)).toEqual(['NE']),
  )
  test.each(['نيجيريا', 'ونيجيريا', 'لنيجيريا', 'النيجيري', 'النيجيرية', 'بأبوجا'])(
    '%s tags Nigeria and never Niger',
    (word) => expect(ids(`${word} ${word}`)).toEqual(['NG']),
  )
  test.each([
    'المقدسي',
    'نهر النيجر ونهر النيجر',
    'وزارة المالية والأزمة المالية',
    'القطر والقطر',
    'Niger Delta, Niger Delta',
  ])('%s tags no country', (text) => expect(ids(text)).toEqual([]))
  test('the longer name wins: جنوب السودان is not السودان', () =>
    expect(ids('جنوب السودان وجنوب السودان')).toEqual(['SS']))

  test('مالي is the country where the article says so elsewhere, and an adjective otherwise', () => {
    expect(ids('أزمة مالي ودعم مالي جديد')).toEqual([])
    expect(ids('باماكو: أعلنت مالي عن قرار جديد')).toContain('ML')
    expect(ids('اتفقت النيجر ومالي. النيجر ومالي').sort()).toEqual(['ML', 'NE'])
  })

  test('عمان is the capital of one country and the name of another: the rest of the article settles it', () => {
    expect(ids('عمان - أعلن الأردن من عمان')).toEqual(['JO'])
    expect(ids('عمان - أعلنت سلطنة عمان من عمان')).toEqual(['OM'])
    expect(ids('وصل إلى عمان، وغادر عمان')).toEqual([])
  })

  test('Latin names need their capitals: "US" is no "us", and a newspaper is no capital', () => {
    expect(ids('They told us about us and us.')).toEqual([])
    expect(ids('The US said. US troops left.')).toEqual(['US'])
    expect(ids('The Washington Post said. Washington Post.')).toEqual([])
    expect(ids('Un officier nigérien à Niamey')).toEqual(['NE'])
  })

  test('a country named once in passing in a long report is not what the report is about', () => {
    expect(ids(`${filler(300)} وقطر ${filler(300)}`)).toEqual([])
    expect(ids(`قطر: ${filler(100)} قطر ${filler(300)} قطر ${filler(300)} الدوحة`)).toEqual(['QA'])
    expect(ids(filler(400), { title: 'قطر تستضيف القمة، والدوحة تستعد' })).toEqual(['QA'])
  })

  test('a headline that belongs to another article tags nothing', () => {
    const title = 'قطر تستضيف القمة في الدوحة'
    expect(ids('أعلنت النيجر. النيجر', { title })).toContain('QA')
    expect(ids('أعلنت النيجر. النيجر', { title, titleTrusted: false })).toEqual(['NE'])
  })

  test('no name reaches over the end of a sentence', () =>
    expect(ids('في الجنوب. السودان يعلن والسودان')).toEqual(['SD']))
})

describe('entities and topics', () => {
  test('a short name counts for the person named in full', () => {
    expect(ids('التقى ساليفو مودي الوفد، وقال مودي')).toEqual(['mody'])
    expect(ids('قال مودي، ثم أضاف مودي')).toEqual([])
    expect(ids('التقى ساليفو مودي مع ناريندرا مودي. قال مودي').sort()).toEqual(['modi', 'mody'])
  })
  test.each(['الانقلاب العسكري والانقلاب', 'للانقلابات وانقلابا', 'المجلس العسكري. انقلابي'])(
    '%s is about a coup',
    (text) => expect(ids(text)).toContain('coup'),
  )
  test.each(['انقلاب شاحنة وانقلاب شاحنة', 'فكرة وفكرة وفكرة'])('%s is about neither a coup nor football', (text) =>
    expect(ids(text)).toEqual([]),
  )

  test('an adjective is not its noun: a suicide is no suicide bombing', () => {
    expect(ids('انتحار طفلة، والانتحار ظاهرة')).toEqual([])
    expect(ids('الانتحاريون والانتحارية في التفجيرات الانتحارية')).toEqual(['bombing'])
    expect(ids('للتفجير الانتحاري وتفجير انتحاري')).toEqual(['bombing'])
  })
})

describe('evidence', () => {
  test('every match is quoted as it stands in the article, at its place in UTF-16 units', () => {
    const title = '😀 النِّيجَر'
    const text = '😀 قال بيان في نيامي إن النيـجر، والانقلاب العسكري والمجلس العسكري، 𝔸 عبد الرحمن تشياني وتياني'
    const suggestions = suggestTags({ title, text, titleTrusted: true }, vocabulary)
    expect(suggestions.map((s) => s.subject.id).sort()).toEqual(['NE', 'coup', 'tchiani'])
    for (const { evidence, score } of suggestions) {
      expect(score).toBeGreaterThanOrEqual(SUGGEST_FROM)
      expect(score).toBeLessThanOrEqual(1)
      for (const { field, quote, start, end } of evidence.matches) {
        expect((field === 'title' ? title : text).slice(start, end)).toBe(quote)
      }
      if (evidence.span) expect(text.slice(evidence.span.start, evidence.span.end)).toBe(evidence.quote)
    }
    const niger = suggestions.find((s) => s.subject.id === 'NE')?.evidence.matches
    expect(niger?.map((m) => `${m.field}: ${m.quote}`)).toEqual(['title: النِّيجَر', 'text: نيامي', 'text: النيـجر'])
  })
})

const seeds = '../shared/seeds'
type Gold = {
  title: string
  flags: string[]
  textBegins: string
  textEnds: string
  mentions: string[]
  notMentions: string[]
}

describe.skipIf(!existsSync(`${seeds}/gold.json`))(
  `the five seed articles (skipped where ${seeds} is not there)`,
  () => {
    const reference = compileVocabulary(referenceRows())
    const gold: Record<string, Gold> = existsSync(`${seeds}/gold.json`)
      ? JSON.parse(readFileSync(`${seeds}/gold.json`, 'utf8')).articles
      : {}
    test.each(Object.entries(gold))('%s is tagged with the countries it is about', (file, article) => {
      const document = readFileSync(`${seeds}/${file}`, 'utf8')
      const text = document.slice(
        document.indexOf(article.textBegins),
        document.indexOf(article.textEnds) + article.textEnds.length,
      )
      const titleTrusted = !article.flags.includes('title-mismatch')
      const countries = suggestTags({ title: article.title, text, titleTrusted }, reference)
        .filter((s) => s.subject.kind === 'country')
        .map((s) => s.subject.id)
      expect(countries).toEqual(expect.arrayContaining(article.mentions))
      expect(countries.filter((id) => article.notMentions.includes(id))).toEqual([])
    })
  },
)

test('a place speaks of the country it lies in', () => {
  const text = 'وصلت القافلة إلى أغاديز مساء الأحد.\n\nوقال سكان في أغاديز إن الطريق بين أغاديز وأرليت مفتوح.'
  const suggested = suggestTags(
    { title: 'قافلة تصل أغاديز', text, titleTrusted: true },
    compileVocabulary(referenceRows()),
  )
  expect(suggested.map((s) => s.subject.id)).toContain('NE')
})
