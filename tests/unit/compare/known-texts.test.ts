import { expect, test } from 'vitest'
import { comparableText } from '#lib/compare/comparable-text.ts'
import { KnownTexts } from '#lib/compare/known-texts.ts'

const text = (words: number) => comparableText(Array.from({ length: words }, (_, i) => `كلمة${i}`).join(' '))

test('a text that was kept is there again by its checksum', () => {
  const known = new KnownTexts(100)
  const kept = text(40)
  known.keep('a', kept)
  expect(known.get('a')).toBe(kept)
  expect(known.get('b')).toBeUndefined()
})

test('where there is no room for all, the one asked for longest ago goes', () => {
  const known = new KnownTexts(100)
  known.keep('a', text(40))
  known.keep('b', text(40))
  known.get('a')
  known.keep('c', text(40))
  expect(known.get('b')).toBeUndefined()
  expect(known.get('a')).toBeDefined()
  expect(known.get('c')).toBeDefined()
})

test('keeping a text twice takes its room once', () => {
  const known = new KnownTexts(100)
  for (let i = 0; i < 5; i++) known.keep('a', text(40))
  known.keep('b', text(40))
  expect(known.get('a')).toBeDefined()
})
