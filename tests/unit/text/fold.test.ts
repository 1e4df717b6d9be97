import { expect, test } from 'vitest'
import { fold, foldText } from '#lib/text/fold.ts'
import { stem } from '#lib/text/stem.ts'
import { foldedWords } from '#lib/text/words.ts'

test.each([
  ['القُـدْس', 'القدس'],
  ['إيكواس', 'ايكواس'],
  ['مسؤول شئون', 'مسوول شيون'],
  ['مدرسة على', 'مدرسه علي'],
  ['٢٠٢٤ و ۱۳۹۹', '2024 و 1399'],
  ['ﻣﺤﻤﺪ ﷲ', 'محمد الله'],
  ['کیلو', 'كيلو'],
  ['Éléphant ŒUVRE', 'elephant œuvre'],
  ['\u202bنص\u202c\u200f', 'نص'],
])('folds %s to %s', (text, folded) => {
  expect(foldText(text)).toBe(folded)
  expect(fold(text).text).toBe(folded)
})

test('a span of the folded text comes back with its marks', () => {
  const text = 'زار «القُـدْسَ» أمس'
  const folded = fold(text)
  const at = folded.text.indexOf('القدس')
  const { start, end } = folded.toOriginal(at, at + 5)
  expect(text.slice(start, end)).toBe('القُـدْسَ')
})

test('surrogate pairs keep their places', () => {
  const text = '🚀 القدس'
  const folded = fold(text)
  const at = folded.text.indexOf('القدس')
  expect(folded.toOriginal(at, at + 5)).toEqual({ start: 3, end: 8 })
})

test('numbers are whole words', () => {
  expect(foldedWords('قتل 1,400 شخص (٣٫٥٪)')).toEqual(['قتل', '1,400', 'شخص', '3.5'])
})

test.each([
  ['والقدس', 'القدس'],
  ['للوزير', 'الوزير'],
])('%s and %s have one stem', (a, b) => {
  expect(stem(foldText(a))).toBe(stem(foldText(b)))
})
