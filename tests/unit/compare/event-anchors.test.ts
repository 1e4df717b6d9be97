import { describe, expect, test } from 'vitest'
import { decodeCentroid, encodeCentroid } from '#lib/compare/centroid-codec.ts'
import { countryNames } from '#lib/compare/country-names.ts'
import { DocumentFrequency } from '#lib/compare/document-frequency.ts'
import { anchorWord } from '#lib/compare/event-anchors.ts'
import { numbersIn, numberWord } from '#lib/compare/number-words.ts'
import { publishedSpan } from '#lib/compare/published-span.ts'
import { sameEvent } from '#lib/compare/same-event.ts'
import { skeletonOf } from '#lib/compare/skeleton.ts'
import { beginStory, joinStory } from '#lib/compare/story-centroid.ts'
import { storyKeys } from '#lib/compare/story-keys.ts'
import { type StoryVector, storyVector } from '#lib/compare/story-vector.ts'
import { foldText } from '#lib/text/fold.ts'
import { foldedWords } from '#lib/text/words.ts'

const skeleton = (name: string) => skeletonOf(foldText(name))

describe('the consonants of a name', () => {
  test.each([
    ['غاسامبي', 'قاسامبي', 'جاسمبي', 'Gassambé'],
    ['تيلابيري', 'تيلابري', 'Tillabéri', 'Tillaberi'],
    ['عثمان', 'Ousmane', 'Osman', 'Othman'],
    ['بيشارا', 'بشارة', 'Bichara', 'Bishara'],
    ['واهيغويا', 'Ouahigouya'],
    ['خارطوم', 'Khartoum'],
    ['شنقيط', 'Chinguetti', 'Shinqit'],
    ['فلاديفوستوك', 'Vladivostok'],
  ])('are one in the spellings %s, %s …', (...spellings) => {
    expect(new Set(spellings.map(skeleton)).size).toBe(1)
  })

  test.each([
    ['بماكو', 'Niamey'],
    ['كاتسينا', 'Kaduna'],
    ['دارفور', 'Darnah'],
  ])('of %s are not those of %s', (a, b) => expect(skeleton(a)).not.toBe(skeleton(b)))

  test('are none in other scripts', () => expect(skeleton('Москва')).toBe(''))
})

describe('a country', () => {
  const isCountry = (word: string) => anchorWord(foldText(word)).country !== 0
  test.each(['تركيا', 'التركية', 'ألمانيا', 'مصر', 'المصري', 'البحريني', 'ليبيا'])('is named by %s', (word) =>
    expect(isCountry(word)).toBe(true),
  )
  test.each(['ترك', 'بأن', 'بحر', 'سور', 'روس'])('is not named by %s, which shares its letters', (word) =>
    expect(isCountry(word)).toBe(false),
  )
  test('has one code, also where it had another once', () => {
    const codes = [...countryNames()].filter(([, names]) => names.includes('Burkina Faso')).map(([code]) => code)
    expect(codes).toEqual(['BF'])
  })
})

describe('numbers', () => {
  test.each([
    ['واحدا وثلاثين طالبا', [31]],
    ['thirty-one students', [31]],
    ['أحد عشر ألف لاجئ', [11000]],
    ['11,000 people and eleven thousand more', [11000, 11000]],
    ['quelque 3 200 personnes', [3200]],
    ['نحو ثمانمائة محل', [800]],
    ['ثلاثمئة وخمسة وأربعون', [345]],
    ['vingt-trois personnes, dont quatorze militaires', [23, 14]],
    ['2.5 مليون و40 قتيلا', [2500000, 40]],
    ['الناجون السبعة والعشرون سبعة منهم قاصرون', [27, 7]],
    ['إفراج عن ثلاثة وعشرين، وعن الأربعين', [23, 40]],
    ['لخمسين شخصا وبثلاثة عشر قاربا', [50, 13]],
    ['يومي الأحد والاثنين', []],
    ['لست وحدي', []],
    ['ارتفع 0.6 بالمئة', [0.6]],
  ])('are read out of «%s»', (text, numbers) => expect(numbersIn(foldedWords(text).map(numberWord))).toEqual(numbers))
})

const QUAKE_AR = {
  title: 'زلزال يضرب المرجانة',
  text:
    'ضرب زلزال بلدة المرجانة شرق تونس صباح الثلاثاء وأدى إلى انهيار 47 منزلا، وفق ما قاله رئيس البلدية خالد النويري. ' +
    'ونقل 130 جريحا إلى مستشفى بوسالم، بينما انقطعت الكهرباء عن حي باب الزنقة.',
}
const QUAKE_FR = {
  title: 'Séisme à Merjana : 47 maisons effondrées',
  text:
    'Un séisme a frappé mardi la ville de Merjana, dans l’est de la Tunisie. Le maire, Khaled Nouiri, compte 47 maisons ' +
    'effondrées et 130 blessés, soignés à l’hôpital de Bousalem. Le quartier de Bab Zanka est sans électricité.',
}
const STRIKE_FR = {
  title: 'Les dockers de Sfax en grève',
  text:
    'Les dockers du port de Sfax, en Tunisie, ont entamé mardi une grève de trois jours. Leur syndicat, conduit par Moncef ' +
    'Jaziri, réclame 12 % de hausse. Le ministre a promis 130 embauches, selon l’agence.',
}

describe('a report in another tongue', () => {
  const keys = [QUAKE_AR, QUAKE_FR, STRIKE_FR].map(storyKeys)
  const frequency = new DocumentFrequency()
  for (const article of keys) frequency.add(article)
  const vectors = keys.map((article) => storyVector(article, frequency.idf))
  const [arabic, french, strike] = vectors as [StoryVector, StoryVector, StoryVector]
  const day = publishedSpan('2026-03-03')

  test('finds the story of its event by names, numbers and things', () => {
    const match = sameEvent(french, beginStory(arabic, day), day)
    expect(match.words).toBeLessThan(0.1)
    expect(match.score).toBeGreaterThan(match.threshold)
  })

  test('stays apart from another event of that country and day', () => {
    const match = sameEvent(strike, beginStory(arabic, day), day)
    expect(match.score).toBeLessThan(match.threshold)
  })

  test('is found in a story that was kept in a row', () => {
    const story = joinStory(beginStory(arabic, day), french, day)
    // As the driver gives it: a view at any place of a larger buffer.
    const kept = decodeCentroid(Buffer.concat([Buffer.alloc(3), encodeCentroid(story)]).subarray(3))
    expect(kept.anchors).toEqual(story.anchors)
    expect(kept.words).toEqual(story.words)
    expect(kept.phrases).toEqual(story.phrases)
    expect(kept.facts).toEqual(story.facts)
    expect(kept.facts.languages).toEqual(['ar', 'fr'])
    expect(sameEvent(french, kept, day)).toEqual(sameEvent(french, story, day))
  })
})
