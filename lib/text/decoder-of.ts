import { MAC_ARABIC } from '#lib/text/mac-arabic.ts'

/** What decoding needs of a `TextDecoder`, for charsets that the platform has none for as well. */
export type Decoder = { decode(bytes?: Uint8Array, options?: { stream?: boolean }): string }

/** Other names of the charsets that are ours. */
const OWN: Record<string, string> = {
  'utf-32': 'utf-32le',
  'utf-32le': 'utf-32le',
  'utf-32be': 'utf-32be',
  'ucs-4': 'utf-32be',
  'ucs-4le': 'utf-32le',
  'x-mac-arabic': 'x-mac-arabic',
  'x-macarabic': 'x-mac-arabic',
  'mac-arabic': 'x-mac-arabic',
  macarabic: 'x-mac-arabic',
}

/** The one name of a charset that a label means, or undefined where nobody knows it. */
export function knownCharset(label: string | undefined): string | undefined {
  if (!label) return undefined
  const own = OWN[label.trim().toLowerCase().replaceAll('_', '-')]
  if (own) return own
  try {
    return new TextDecoder(label.trim()).encoding
  } catch {
    return undefined
  }
}

/**
 * A decoder for a charset: the platform's, or ours for UTF-32 and Mac Arabic. The byte order mark is taken off.
 * @throws RangeError for a label that `knownCharset` does not know
 */
export function decoderOf(charset: string): Decoder {
  const name = OWN[charset] ?? charset
  if (name === 'x-mac-arabic') return { decode: (bytes = new Uint8Array()) => byTable(bytes) }
  if (name.startsWith('utf-32')) return utf32(name === 'utf-32le')
  return new TextDecoder(charset)
}

function byTable(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number
    text += byte < 0x80 ? String.fromCharCode(byte) : MAC_ARABIC[byte - 0x80]
  }
  return text
}

function utf32(isLittle: boolean): Decoder {
  let rest = new Uint8Array()
  let begun = false
  return {
    decode(bytes = new Uint8Array(), { stream = false } = {}) {
      const all = rest.length === 0 ? bytes : Uint8Array.from([...rest, ...bytes])
      const whole = all.length - (all.length % 4)
      const view = new DataView(all.buffer, all.byteOffset, all.byteLength)
      let text = ''
      for (let at = 0; at < whole; at += 4) {
        const code = view.getUint32(at, isLittle)
        if (!begun && code === 0xfeff) begun = true
        else text += code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '\uFFFD' : String.fromCodePoint(code)
        begun = true
      }
      rest = all.slice(whole)
      if (stream) return text
      if (rest.length > 0) text += '\uFFFD'
      rest = new Uint8Array()
      begun = false
      return text
    },
  }
}
