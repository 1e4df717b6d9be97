import { describe, expect, test } from 'vitest'
import { cleanText } from '#lib/read/clean-text.ts'
import { decode } from '#lib/read/decode.ts'
import { BRIDGE } from '#tests/unit/read/support.ts'

/** Bytes of an Arabic text in a single-byte charset, made from the platform's own decoder. */
function encodeIn(charset: string, text: string): Uint8Array {
  const decoder = new TextDecoder(charset)
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

describe('text is cleaned for readers', () => {
  test('bidi overrides and control characters go, joiners that Persian needs stay', () => {
    expect(cleanText('قال\u202e الوزير\u0007 إن\u200f می\u200cشود')).toBe('قال الوزير إن می\u200cشود')
  })
  test('Arabic presentation forms become letters', () => {
    expect(cleanText('ﺍﻟﺠﺴﺮ ﻻ ﻳﻌﻮﺩ')).toBe('الجسر لا يعود')
  })
  test('tatweel and tashkeel stay for display', () => expect(cleanText('القُـدْس')).toBe('القُـدْس'))
})
