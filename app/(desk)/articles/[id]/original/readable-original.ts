import { charsetOf } from '#lib/text/charset-of.ts'
import { decoderOf } from '#lib/text/decoder-of.ts'

/** UTF-16 units that are shown; the rest is in the download. */
const MOST = 200_000

export type ReadableOriginal = { text: string; charset: string; isCut: boolean }

/**
 * The original as text in its charset. Controls that could reorder or hide what follows are shown as a sign of their
 * own: what is on the screen is what is in the bytes. Null where it is no text.
 */
export function readableOriginal(bytes: Uint8Array, declared?: string): ReadableOriginal | null {
  const { charset } = charsetOf(bytes.subarray(0, 64 * 1024), declared)
  const text = decoderOf(charset).decode(bytes.subarray(0, MOST * 4))
  const head = text.slice(0, 4096)
  if ((head.match(/[\0-\x08\x0e-\x1f]/g)?.length ?? 0) > 8 + head.length / 20) return null
  return {
    text: text.slice(0, MOST).replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]/g, '\u2426'),
    charset,
    isCut: text.length > MOST,
  }
}
