import { isUtf8 as isValidUtf8 } from 'node:buffer'
import { knownCharset } from '#lib/text/decoder-of.ts'
import { guessCharset } from '#lib/text/guess-charset.ts'

/**
 * The charset of a text's bytes. In order:
 *  1. a byte order mark;
 *  2. UTF-32 and UTF-16 without one, by where the zero and Arabic-block bytes stand;
 *  3. UTF-8 wherever the bytes are UTF-8, whatever was declared: other text is almost never valid by chance;
 *  4. the declared charset (header, then `meta` or XML declaration), unless its letters make no sense;
 *  5. the single-byte charset whose letters look most like writing.
 */
export function charsetOf(bytes: Uint8Array, declared: string | undefined): { charset: string; guessed: boolean } {
  const marked = byteOrderMark(bytes)
  if (marked) return { charset: marked, guessed: false }
  const wide = utf32WithoutMark(bytes) ?? utf16WithoutMark(bytes)
  if (wide) return { charset: wide, guessed: knownCharset(declared) !== wide }
  if (isUtf8(bytes)) return { charset: 'utf-8', guessed: false }
  const said = knownCharset(declared) ?? knownCharset(charsetInside(bytes))
  const charset = guessCharset(bytes, said)
  return { charset, guessed: charset !== said }
}

function byteOrderMark(b: Uint8Array): string | null {
  if (b[0] === 0xef && b[1] === 0xbb && b[2] === 0xbf) return 'utf-8'
  // The mark of UTF-32 begins with that of UTF-16; no text begins with a NUL.
  if (b[0] === 0xff && b[1] === 0xfe && b[2] === 0 && b[3] === 0) return 'utf-32le'
  if (b[0] === 0 && b[1] === 0 && b[2] === 0xfe && b[3] === 0xff) return 'utf-32be'
  if (b[0] === 0xff && b[1] === 0xfe) return 'utf-16le'
  if (b[0] === 0xfe && b[1] === 0xff) return 'utf-16be'
  return null
}

/** In UTF-32 the two high bytes of every letter that news is written in are zero, and the low one seldom is. */
function utf32WithoutMark(bytes: Uint8Array): string | null {
  const size = Math.min(bytes.length & ~3, 4096)
  if (size < 8) return null
  const zeros = [0, 0, 0, 0]
  for (let i = 0; i < size; i++) if (bytes[i] === 0) zeros[i & 3] = (zeros[i & 3] ?? 0) + 1
  const [first = 0, second = 0, third = 0, fourth = 0] = zeros
  const letters = size / 4
  if (fourth === letters && third > letters * 0.9 && first < letters * 0.1) return 'utf-32le'
  if (first === letters && second > letters * 0.9 && fourth < letters * 0.1) return 'utf-32be'
  return null
}

/** In UTF-16 the high byte of nearly every letter is 0x00 or 0x06, and it stands at the same parity. */
function utf16WithoutMark(bytes: Uint8Array): string | null {
  const size = Math.min(bytes.length & ~1, 4096)
  if (size < 8) return null
  const high = [0, 0]
  for (let i = 0; i < size; i++) {
    const byte = bytes[i] as number
    if (byte === 0 || byte === 6) high[i & 1] = (high[i & 1] ?? 0) + 1
  }
  const [even = 0, odd = 0] = high
  const half = size / 2
  if (odd > half * 0.7 && even < half * 0.1) return 'utf-16le'
  if (even > half * 0.7 && odd < half * 0.1) return 'utf-16be'
  return null
}

/** Valid UTF-8, or so nearly (a cut last letter, a few lost bytes) that nothing else explains it. */
function isUtf8(bytes: Uint8Array): boolean {
  if (isValidUtf8(bytes)) return true
  const text = new TextDecoder('utf-8').decode(bytes)
  const lost = text.match(/\uFFFD/g)?.length ?? 0
  const wide = text.match(/[\u0080-\uFFFC]/g)?.length ?? 0
  return wide > lost * 20
}

/** The charset that the first bytes of an HTML or XML document declare. */
function charsetInside(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  return (
    /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? /^<\?xml[^>]+encoding=["']([\w-]+)/i.exec(head)?.[1]
  )
}
