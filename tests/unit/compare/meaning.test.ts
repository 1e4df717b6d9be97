import { describe, expect, test } from 'vitest'
import { DocumentFrequency } from '#lib/compare/document-frequency.ts'
import {
  beyondChance,
  cosine,
  meanVector,
  NO_MEANING,
  unitVector,
  vectorBytes,
  vectorOf,
} from '#lib/compare/meaning.ts'
import { prepareArticle } from '#lib/compare/prepare-article.ts'
import { publishedSpan } from '#lib/compare/published-span.ts'
import { eventScore, eventThreshold, sameEvent } from '#lib/compare/same-event.ts'
import { beginStory } from '#lib/compare/story-centroid.ts'
import { StoryMeanings } from '#lib/compare/story-meanings.ts'
import { storyVector } from '#lib/compare/story-vector.ts'

const frequency = new DocumentFrequency()
const told = (title: string, text: string) => storyVector(prepareArticle({ title, text }).keys, frequency.idf)
const DAY = publishedSpan('2026-03-02')
const NEAR = { cosine: 0.9, chance: 0.55 }

const BEAR = told('دب يبعثر خلايا نحال عجوز', 'نزل دب جائع من الجبل عند الغروب وأتى على العسل كله.')
const OURS = told(
  'Un apiculteur perd sa récolte',
  'Un ours affamé a renversé les ruches et dévoré le miel de la saison.',
)

describe('an article that is near a story in meaning', () => {
  test('tells of its event, though they share not a word', () => {
    const story = beginStory(BEAR, DAY)
    expect(sameEvent(OURS, story, DAY)).toMatchObject({ score: 0 })
    const { score, threshold, because } = sameEvent(OURS, story, DAY, 0, NEAR)
    expect(score).toBeGreaterThan(threshold)
    expect(because).toContainEqual({ kind: 'meaning', cosine: 0.9 })
    expect(eventScore(OURS, story, DAY, NEAR)).toBe(score)
  })

  test('tells of it less the more days lie between, and after four not at all', () => {
    const story = beginStory(BEAR, DAY)
    const scores = ['2026-03-02', '2026-03-04', '2026-03-05', '2026-03-08'].map((day) =>
      eventScore(OURS, story, publishedSpan(day), NEAR),
    )
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    expect(scores.at(-1)).toBe(0)
    expect(new Set(scores).size).toBe(4)
  })

  test.each([0, 0.3, 0.55])('tells nothing where any two articles are so near (%d)', (near) => {
    const { score, because } = sameEvent(OURS, beginStory(BEAR, DAY), DAY, 0, { cosine: near, chance: 0.55 })
    expect({ score, because }).toEqual({ score: 0, because: [] })
  })

  test.each([
    ['another number of dead', '15 قتيلا في هجوم على قرية', '23 morts dans une attaque contre un village'],
    ['another country', 'هجوم على قرية في مالي', 'Attaque contre un village au Tchad'],
    ['another office holder', 'الوزير باكاري تراوري يزور المعرض', 'Le ministre Hamid Belkacem visite l’exposition'],
    [
      'three numbers, none the same',
      'القمح 310 دولارا والشعير 245 دولارا والذرة 198 دولارا',
      'Le blé à 322 dollars, l’orge à 251 dollars et le maïs à 207 dollars',
    ],
  ])('needs more than that where they conflict: %s', (_, arabic, french) => {
    const story = beginStory(told(arabic, arabic), DAY)
    const article = told(french, french)
    expect(eventScore(article, story, DAY, NEAR)).toBe(eventScore(article, story, DAY))
    expect(eventScore(article, story, DAY, NEAR)).toBeLessThan(eventThreshold(DAY, story, 0))
  })
})

describe('what is near by chance', () => {
  /** Any two share much, as in some models, and no two are alike. */
  const spread = (n: number) =>
    unitVector([5, ...Array.from({ length: 12 }, (_, k) => Math.sin(n * (k + 2)))]) as Float32Array

  test('is measured among the stories around, where they are many: models differ in how near they put any two texts', () => {
    const stories = new StoryMeanings()
    for (let n = 0; n < 40; n++) stories.join(`story ${n}`, spread(n), DAY)
    const { nearest, of } = stories.near(spread(7), DAY)
    expect(nearest[0]).toBe('story 7')
    expect(of('story 7').cosine).toBeCloseTo(1)
    expect(of('story 20').cosine).toBeGreaterThan(0.6)
    expect(beyondChance(of('story 20'))).toBe(0)
  })

  test('is all there is, where a model gives every text the same numbers', () => {
    const stories = new StoryMeanings()
    for (let n = 0; n < 40; n++) stories.join(`story ${n}`, Float32Array.of(0.6, 0.8), DAY)
    const { nearest, of } = stories.near(Float32Array.of(0.6, 0.8), DAY)
    expect(nearest).toEqual([])
    expect(beyondChance(of('story 1'))).toBe(0)
  })

  test('leaves out stories of other days, and nothing is known of a story that no vector was made for', () => {
    const stories = new StoryMeanings()
    stories.join('long ago', Float32Array.of(1, 0), publishedSpan('2025-01-01'))
    stories.join('without a day', Float32Array.of(0.9, Math.sqrt(0.19)), null)
    const { nearest, of } = stories.near(Float32Array.of(1, 0), DAY)
    expect(nearest).toEqual(['without a day'])
    expect(of('nobody')).toEqual(NO_MEANING)
  })
})

test('a story means what its newest articles mean', () => {
  const stories = new StoryMeanings()
  stories.join('s', Float32Array.of(1, 0), DAY)
  for (let n = 0; n < 30; n++) stories.join('s', Float32Array.of(0, 1), DAY)
  expect(stories.near(Float32Array.of(0, 1), DAY).of('s').cosine).toBeGreaterThan(0.99)
})

test('vectors have length one, survive their row, and are no match for those of another length', () => {
  const vector = unitVector([3, 4]) as Float32Array
  expect([...vector]).toEqual([expect.closeTo(0.6), expect.closeTo(0.8)])
  expect(vectorOf(vectorBytes(vector))).toEqual(vector)
  expect(cosine(vector, Float32Array.of(1, 0, 0))).toBe(0)
  expect(meanVector([vector, Float32Array.of(1, 0, 0)])).toEqual(vector)
  expect([unitVector([0, 0]), meanVector([])]).toEqual([null, null])
})
