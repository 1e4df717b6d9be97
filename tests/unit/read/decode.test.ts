import { describe, expect, test } from 'vitest'
import { cleanText } from '#lib/read/clean-text.ts'
import { decode } from '#lib/read/decode.ts'
import { decoderOf } from '#lib/text/decoder-of.ts'
import { BRIDGE, BRIDGE_TITLE, flagsOf, readText } from '#tests/unit/read/support.ts'

/** Bytes of an Arabic text in a single-byte charset, made from the platform's own decoder. */
function encodeIn(charset: string, text: string): Uint8Array {
  const decoder = decoderOf(charset)
  const table = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte] as const))
  return Uint8Array.from(text, (character) => table.get(character) ?? 0x3f)
}
const utf8 = (text: string) => new TextEncoder().encode(text)
const misread = (text: string, charset: string) => new TextDecoder(charset).decode(utf8(text))

describe('bytes become text', () => {
  test.each(['windows-1256', 'iso-8859-6'])('Arabic in %s is recognised without a declaration', (charset) => {
    const decoded = decode(encodeIn(charset, BRIDGE))
    expect(decoded.text).toBe(BRIDGE)
    expect(decoded.repaired?.rule).toBe('encoding.guessed')
  })
  test('a declared charset is believed and is no doubt', () => {
    const page = `<meta charset="windows-1256"><p>${BRIDGE}</p>`
    expect(decode(encodeIn('windows-1256', page))).toMatchObject({ text: page, repaired: null })
  })
  test('UTF-8 wins over a wrong declaration', () => {
    expect(decode(utf8(`<meta charset="windows-1256">${BRIDGE}`)).charset).toBe('utf-8')
  })
  test.each(['utf-16le', 'utf-16be'])('%s is recognised without a mark', (charset) => {
    const bytes = new Uint8Array(BRIDGE.length * 2)
    const view = new DataView(bytes.buffer)
    for (let i = 0; i < BRIDGE.length; i++) view.setUint16(i * 2, BRIDGE.charCodeAt(i), charset === 'utf-16le')
    expect(decode(bytes).text).toBe(BRIDGE)
  })
  test.each(['windows-1252', 'windows-1256'])(
    'UTF-8 that somebody read as %s is repaired, and said to be',
    (charset) => {
      const decoded = decode(utf8(misread(BRIDGE, charset)))
      expect(decoded.text).toBe(BRIDGE)
      expect(decoded.repaired).toMatchObject({ rule: 'encoding.misread', from: charset })
    },
  )
  test('French accents that were misread come back', () => {
    const french = 'Le président a été réélu à l’issue d’une journée où l’Assemblée a siégé jusqu’à minuit.'
    expect(decode(utf8(misread(french, 'windows-1252'))).text).toBe(french)
  })
  test('a cut last letter costs only itself', () => {
    expect(decode(utf8(BRIDGE).slice(0, -1)).charset).toBe('utf-8')
  })
  test('sound Arabic and French are left alone', () => {
    for (const text of [BRIDGE, 'Ça coûte 5 € à l’été : « très cher », dit-on.'])
      expect(decode(utf8(text))).toMatchObject({ text, repaired: null })
  })
  test('nothing and noise are refused with a reason', () => {
    expect(() => decode(new Uint8Array())).toThrow(expect.objectContaining({ key: 'empty' }))
    expect(() => decode(Uint8Array.from({ length: 400 }, (_, i) => (i * 37) % 32))).toThrow(
      expect.objectContaining({ key: 'binary' }),
    )
  })
})

/** Bytes of a text in UTF-32, with or without its mark. */
function utf32(text: string, isLittle: boolean, marked: boolean): Uint8Array {
  const letters = [...(marked ? '\ufeff' : ''), ...text]
  const view = new DataView(new ArrayBuffer(letters.length * 4))
  letters.forEach((c, i) => {
    view.setUint32(i * 4, c.codePointAt(0) ?? 0, isLittle)
  })
  return new Uint8Array(view.buffer)
}

describe('charsets that the platform does not know', () => {
  test.each([
    [true, true],
    [true, false],
    [false, true],
    [false, false],
  ])('UTF-32, little end first: %s, marked: %s', (isLittle, marked) => {
    expect(decode(utf32(`${BRIDGE}\n𐎀`, isLittle, marked)).text).toBe(`${BRIDGE}\n𐎀`)
  })
  test('a letter of UTF-32 that two pieces share is whole', () => {
    const bytes = utf32('جسر الموصل', true, true)
    const decoder = decoderOf('utf-32le')
    const pieces = [0, 5, 11, 12, 30].map((from, i, cuts) => bytes.subarray(from, cuts[i + 1]))
    expect(pieces.map((piece) => decoder.decode(piece, { stream: true })).join('') + decoder.decode()).toBe(
      'جسر الموصل',
    )
  })
  test('Mac Arabic is recognised by its digits and signs, and believed where it is declared', () => {
    const text = 'أعلنت البلدية، يوم ٣ آذار، بدء العمل في ترميم الجسر (العتيق) الذي يصل ضفتي نهر دجلة؛ فهل يعود پ؟'
    const bytes = encodeIn('x-mac-arabic', text)
    expect(decode(bytes)).toMatchObject({ charset: 'x-mac-arabic', text })
    expect(decode(bytes, 'x-MacArabic')).toMatchObject({ text, repaired: null })
  })
})

describe('declared wrongly', () => {
  test.each(['iso-8859-1', 'windows-1251', 'shift_jis', 'gb18030', 'x-mac-arabic', 'utf-16', 'nonsense'])(
    'Arabic in windows-1256 that says it is %s',
    (charset) => {
      const decoded = decode(encodeIn('windows-1256', BRIDGE), charset)
      expect(decoded).toMatchObject({ text: BRIDGE, repaired: { rule: 'encoding.guessed' } })
    },
  )
  test('Russian that says so is not made Arabic', () => {
    const text = 'Мэрия Мосула возобновила восстановление старого моста через Тигр после двух лет простоя.'
    expect(decode(encodeIn('windows-1251', text), 'windows-1251')).toMatchObject({ text, repaired: null })
  })
  test('French in windows-1252 is not made Arabic', () => {
    const text = 'La mairie a annoncé la réouverture du pont, fermé l’été dernier après les dégâts causés par la crue.'
    expect(decode(encodeIn('windows-1252', text)).text).toBe(text)
  })
})

describe('misread by somebody before us', () => {
  test('windows-1256 that was read as Latin comes back', () => {
    const misreadLatin = new TextDecoder('windows-1252').decode(encodeIn('windows-1256', BRIDGE))
    expect(decode(utf8(misreadLatin))).toMatchObject({ text: BRIDGE, repaired: { rule: 'encoding.misread' } })
  })
  test.each(['windows-1252', 'windows-1256'])('a csv row or json record whose text was read as %s', (charset) => {
    const article = readText('', {
      bytes: utf8('{}'),
      stated: {
        title: misread(BRIDGE_TITLE, charset),
        text: misread(BRIDGE, charset),
        author: misread('سعاد الجبوري', charset),
      },
    })
    expect(article).toMatchObject({ title: { value: BRIDGE_TITLE }, byline: { value: 'سعاد الجبوري' } })
    expect(article.text).toBe(BRIDGE.replaceAll('\n', '\n\n'))
    expect(flagsOf(article)).toContain('encoding-repaired')
  })
  test.each([
    'Çağlayan Köprüsü’nün onarımı sürüyor, işçiler çalışıyor.',
    'Þórður Ægisson sagði að brúin væri örugg.',
    'ÉÈÀ',
  ])('%s stands as it is', (text) => expect(decode(utf8(text))).toMatchObject({ text, repaired: null }))
})

describe('text is cleaned for readers', () => {
  test('bidi overrides and control characters go, joiners that Persian needs stay', () => {
    expect(cleanText('قال\u202e الوزير\u0007 إن\u200f می\u200cشود')).toBe('قال الوزير إن می\u200cشود')
  })
  test('Arabic presentation forms become letters', () => {
    expect(cleanText('ﺍﻟﺠﺴﺮ ﻻ ﻳﻌﻮﺩ')).toBe('الجسر لا يعود')
  })
  test('isolates, marks and embeddings go from inside words, and a ligature becomes its letters', () => {
    expect(cleanText('\u2067محـمد\u2069 \u202bﻻجئ\u202c \ufeffﷲ')).toBe('محـمد لاجئ الله')
  })
  test('tatweel and tashkeel stay for display', () => expect(cleanText('القُـدْس')).toBe('القُـدْس'))
})
