import { repairMojibake } from '#lib/read/repair-mojibake.ts'
import { UnreadableError } from '#lib/read/unreadable-error.ts'
import { charsetOf } from '#lib/text/charset-of.ts'
import { decoderOf } from '#lib/text/decoder-of.ts'

/** Text out of bytes: the charset that was used, and the repair when letters had been read in the wrong one before. */
export type Decoded = { text: string; charset: string; repaired: Repair | null }
/** What had to be put right: letters misread before us, or a charset nobody (or somebody wrongly) declared. */
export type Repair = { from: string; sample: string; rule: 'encoding.misread' | 'encoding.guessed' }

/**
 * Bytes become text in the charset that they show (lib/text/charset-of.ts), then letters damaged by an earlier wrong
 * reading are repaired.
 * @throws UnreadableError `empty`, `binary`
 */
export function decode(bytes: Uint8Array, declared?: string): Decoded {
  if (bytes.length === 0) throw new UnreadableError('empty')
  const { charset, guessed } = charsetOf(bytes, declared)
  const raw = (charset === 'utf-8' ? UTF8 : decoderOf(charset)).decode(bytes)
  if (looksBinary(raw)) throw new UnreadableError('binary', { charset })
  const { text, repaired } = repairMojibake(raw)
  if (repaired) return { text, charset, repaired: { ...repaired, rule: 'encoding.misread' } }
  return {
    text,
    charset,
    repaired: guessed ? { from: charset, sample: sampleOf(text), rule: 'encoding.guessed' } : null,
  }
}

/** Made once: making a decoder costs more than an article's decoding. */
const UTF8 = new TextDecoder()

/** The first words beyond ASCII, to show what the guess made of them. */
const sampleOf = (text: string): string => /[^\0-\x7f][^\n]{0,60}/.exec(text)?.[0] ?? ''

/** Control characters that no text has, in numbers that no accident explains. */
function looksBinary(text: string): boolean {
  const sample = text.slice(0, 4096)
  const odd = sample.match(/[\0-\x08\x0e-\x1a\x1c-\x1f\uFFFD]/g)?.length ?? 0
  return odd > 8 && odd > sample.length * 0.1
}
