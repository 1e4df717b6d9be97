import { describe, expect, test } from 'vitest'
import { reasonSentence } from '#components/article/event-reasons.tsx'
import type { EventReason } from '#lib/compare/same-event.ts'
import { i18nFor } from '#lib/i18n/i18n.ts'

const REASONS: EventReason[] = [
  { kind: 'same-place', places: ['NE', 'DZ'] },
  { kind: 'other-place', article: ['ML'], story: ['BF'], factor: 0.6 },
  { kind: 'other-deaths', article: [15], story: [23, 24], factor: 0.7 },
  { kind: 'other-weekday', article: [1], story: [3], factor: 0.9 },
  { kind: 'time', hours: 30.4, factor: 0.8 },
  { kind: 'other-numbers', factor: 0.05 },
  { kind: 'other-numbers', factor: 0.8 },
  { kind: 'same-headline', factor: 3 },
  { kind: 'meaning', cosine: 0.82 },
  { kind: 'runner-up', score: 0.071 },
]

describe.each(['ar', 'en'] as const)('a reason for or against one event, in %s', (locale) => {
  const i18n = i18nFor(locale)
  const sentences = REASONS.map((reason) => reasonSentence(i18n, reason))

  test('is a sentence of its own for each kind', () => {
    expect(new Set(sentences).size).toBe(REASONS.length)
    for (const sentence of sentences) expect(sentence).not.toMatch(/review\.|[{}]/)
  })

  test('names countries and days in the language of the reader', () => {
    expect(sentences[1]).toContain(locale === 'ar' ? 'مالي' : 'Mali')
    expect(sentences[1]).toContain(locale === 'ar' ? 'بوركينا فاسو' : 'Burkina Faso')
    expect(sentences[3]).toContain(locale === 'ar' ? 'الاثنين' : 'Monday')
    expect(sentences[3]).toContain(locale === 'ar' ? 'الأربعاء' : 'Wednesday')
  })
})
