import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compileVocabulary } from '#lib/tag/compile-vocabulary.ts'
import { findMatches } from '#lib/tag/find-matches.ts'
import { readyText } from '#lib/tag/ready-text.ts'
import { foldedWords } from '#lib/text/words.ts'
import countries from '#seeds/reference/countries.json' with { type: 'json' }
import type { RelationSeed } from '#seeds/reference/load-relations.ts'
import { referenceRows } from '#tests/unit/tag/reference-rows.ts'

type Languages = Partial<Record<'ar' | 'fr' | 'en', string[]>>
type Entity = {
  id: string
  kind: 'person' | 'organisation' | 'place'
  ar: string
  en: string
  fr: string
  aliases: Languages
  titles?: string[]
  country: string | null
  wikidata: string | null
  relations?: RelationSeed[]
  ambiguous?: string[]
  except?: string[]
}

const entities = JSON.parse(
  readFileSync(new URL('../../../seeds/reference/entities.json', import.meta.url), 'utf8'),
) as Entity[]
const byId = new Map(entities.map((entity) => [entity.id, entity]))
const folded = (name: string) => foldedWords(name).join(' ')
const namesOf = ({ ar, en, fr, aliases }: Entity) => [ar, en, fr, ...Object.values(aliases).flat()]
const doubtsOf = ({ ambiguous = [] }: Entity) => new Set(ambiguous.map(folded))
const relations = entities.flatMap((entity) => (entity.relations ?? []).map((relation) => ({ entity, ...relation })))

describe('the list of people, organisations and places', () => {
  test('names more than four hundred, each once, in three languages and its own letters', () => {
    expect(entities.length).toBeGreaterThan(400)
    expect(byId.size).toBe(entities.length)
    for (const entity of entities) {
      expect(entity.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(['person', 'organisation', 'place']).toContain(entity.kind)
      expect(Object.keys(entity.aliases).filter((language) => !['ar', 'en', 'fr'].includes(language))).toEqual([])
      for (const name of [entity.ar, ...(entity.titles ?? [])]) expect(name, entity.id).toMatch(/\p{Script=Arabic}/u)
      for (const name of [entity.en, entity.fr]) expect(name).toMatch(/^[^\p{Script=Arabic}]*\p{Script=Latin}/u)
      if (entity.country) expect(Object.keys(countries)).toContain(entity.country)
    }
  })

  test('no name stands for two of them, unless both say that it is not enough alone', () => {
    const bearers = new Map<string, Set<Entity>>()
    for (const entity of entities)
      for (const name of namesOf(entity))
        bearers.set(folded(name), (bearers.get(folded(name)) ?? new Set()).add(entity))
    const shared = [...bearers].filter(
      ([name, who]) => who.size > 1 && ![...who].every((entity) => doubtsOf(entity).has(name)),
    )
    expect(shared.map(([name, who]) => `${name}: ${[...who].map(({ id }) => id)}`)).toEqual([])
  })

  test('what is said to be not enough alone is one of the names', () => {
    for (const entity of entities) {
      const names = new Set(namesOf(entity).map(folded))
      expect([...doubtsOf(entity)].filter((name) => !names.has(name))).toEqual([])
    }
  })

  test('an identifier of Wikidata is given to one of them only', () => {
    const ids = entities.flatMap(({ wikidata }) => wikidata ?? [])
    expect(ids.filter((id) => !/^Q[1-9]\d*$/.test(id))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('relations', () => {
  test('lead to one that is in the list or to a country, and each is said once', () => {
    const said = relations.map(({ entity, kind, of, country }) => {
      expect(Number(of !== undefined) + Number(country !== undefined)).toBe(1)
      if (of !== undefined) expect(byId.has(of), `${entity.id}: ${of}`).toBe(true)
      if (country !== undefined) expect(Object.keys(countries)).toContain(country)
      return `${entity.id} ${kind} ${of ?? country}`
    })
    expect(said.length).toBeGreaterThan(300)
    expect(new Set(said).size).toBe(said.length)
  })

  test('people hold offices, in what is no person; organisations and places are part of their like', () => {
    for (const relation of relations) {
      const target = relation.of === undefined ? undefined : byId.get(relation.of)
      if (relation.kind === 'holdsOfficeIn') {
        expect(relation.entity.kind).toBe('person')
        expect(target?.kind).not.toBe('person')
        expect(relation.office).toMatch(/^\p{Script=Arabic}[\p{Script=Arabic} ]+$/u)
        if (relation.until !== undefined) expect(relation.until).toBeGreaterThan(1960)
      } else expect([relation.entity.id, target?.kind ?? 'place']).toEqual([relation.entity.id, relation.entity.kind])
    }
  })

  test('nothing is part of itself, at any remove', () => {
    const partsOf = (id: string): string[] =>
      (byId.get(id)?.relations ?? []).flatMap(({ kind, of }) => (kind === 'partOf' && of ? [of, ...partsOf(of)] : []))
    for (const { id } of entities) expect(partsOf(id)).not.toContain(id)
  })
})

describe('in the text', () => {
  const vocabulary = compileVocabulary({ ...referenceRows(), topics: [], countries: [] })
  const found = (text: string) =>
    findMatches(readyText(text, vocabulary), 'entities').flatMap(({ entries }) =>
      entries.flatMap(({ subject, ambiguous }) => (subject && !ambiguous ? [subject.id] : [])),
    )

  // What tells two names apart for the reader («Labour Party (Nigeria)») stands in no newspaper, and no name reaches over
  // a full stop («J. D. Vance»).
  test('each is found by every name that is enough alone, and by one at least in Arabic', () => {
    for (const entity of entities) {
      const doubts = doubtsOf(entity)
      const sure = namesOf(entity).filter((name) => !doubts.has(folded(name)) && !/[(,]|\. /.test(name))
      for (const name of sure) expect([name, ...found(name)]).toEqual([name, entity.id])
      const titled = (entity.titles ?? []).map((title) => `${title} ${entity.ar}`)
      const arabic = [...sure.filter((name) => /\p{Script=Arabic}/u.test(name)), ...titled]
      expect([entity.id, arabic.some((name) => found(name).includes(entity.id))]).toEqual([entity.id, true])
    }
  })

  test.each([
    'مباراة في دوري أبطال أوروبا',
    'يتقن عدة لغات أجنبية، ويعلم الفرنسية كلغات العالم',
    'العيون الداخلة إلى المدينة',
    'قوة قاهرة، والظروف القاهرة التي كسبها',
    'الأب والأم، وآلام الفراق',
    'انتقد السياسة الخارجية الأميركية والسياسة الخارجية الجزائرية',
    'أصبح ذلك وجوباً على الجميع',
    'شكر الصديق الكبير، وهو مالك عقار في الحي الأبيض',
    'لم يتقدم كسلاً، وقال إن صالح قد وصل',
    'مسرحية ليوجين يونسكو، وفاز ريال مدريد',
    'قال أبي أحمد، ثم حضر موسى ديالو',
    'حديقة الجنينة، والزاوية اليمنى، والقوم الكفرة، والسفينة السمارة',
    'Goal by the striker, dori and gao, the shell of an egg',
  ])('«%s» names none of them', (text) => expect(found(text)).toEqual([]))

  test.each([
    ['قال الجنرال موسى ديالو', 'moussa-diallo-bf'],
    ['وصل إلى مدينة الداخلة', 'dakhla'],
    ['في مدينة دوري شمال البلاد', 'dori'],
    ['أعلن وللجنرال تشياني كلمة', 'tchiani'],
    ['بيان لسيدياو', 'ecowas'],
  ])('«%s» names %s', (text, id) => expect(found(text)).toContain(id))
})
