import { expect, test } from 'vitest'
import { readableOriginal } from '#app/(desk)/articles/[id]/original/readable-original.ts'

test('an original in windows-1256 is read, declared or not', () => {
  const bytes = Uint8Array.from([0xc7, 0xe1, 0xd3, 0xc7, 0xcd, 0xe1, 0x20, 0xc8, 0xd1, 0xd3])
  expect(readableOriginal(bytes, 'windows-1256')?.text).toBe('الساحل برس')
})

test('an original in a charset that the platform does not know is shown all the same', () => {
  const wide = Buffer.from(Uint32Array.from([...'الساحل برس'], (letter) => letter.codePointAt(0) ?? 0).buffer)
  expect(readableOriginal(wide)).toMatchObject({ text: 'الساحل برس', charset: 'utf-32le' })
})

test('markup stays text, and controls that would reorder what follows are shown', () => {
  const bytes = new TextEncoder().encode('<script>alert(1)</script> abc\u202Edef\u0007')
  expect(readableOriginal(bytes)?.text).toBe('<script>alert(1)</script> abc\u2426def\u2426')
})

test('a long original is cut and says so', () => {
  const readable = readableOriginal(new TextEncoder().encode('خبر '.repeat(100_000)))
  expect(readable).toMatchObject({ isCut: true })
  expect(readable?.text).toHaveLength(200_000)
})

test('what is no text is not shown as one', () => {
  expect(readableOriginal(Uint8Array.from({ length: 2000 }, (_, i) => (i * 7) % 9))).toBeNull()
})
