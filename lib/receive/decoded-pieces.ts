import { type DeliveredFile, headOf, piecesOf } from '#lib/receive/delivered-file.ts'
import { charsetOf } from '#lib/text/charset-of.ts'
import { decoderOf } from '#lib/text/decoder-of.ts'

/** The text of a file, a piece at a time, in the charset that its bytes show; the byte order mark is taken off. */
export async function* decodedPieces(file: DeliveredFile): AsyncGenerator<string> {
  const decoder = decoderOf(await charsetOfFile(file))
  for await (const piece of piecesOf(file)) {
    const text = decoder.decode(piece, { stream: true })
    if (text !== '') yield text
  }
  const rest = decoder.decode()
  if (rest !== '') yield rest
}

/**
 * The charset of a whole file. A long csv may be plain ASCII for a megabyte before its first Arabic letter, so the
 * sample begins where the first byte beyond ASCII stands, and UTF-8 is believed only if it holds to the end.
 */
export async function charsetOfFile(file: DeliveredFile): Promise<string> {
  const head = await headOf(file)
  const declared = file.answer?.charset
  const byHead = charsetOf(wholeLetters(head), declared).charset
  if (/^utf-(?:16|32)/.test(byHead)) return byHead
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let sample: Buffer | undefined
  try {
    for await (const piece of piecesOf(file)) {
      if (!sample) {
        const beyond = piece.findIndex((byte) => byte >= 0x80)
        if (beyond >= 0) sample = piece.subarray(beyond, beyond + 65_536)
      }
      utf8.decode(piece, { stream: true })
    }
    utf8.decode()
    return 'utf-8'
  } catch {
    // A declaration in the head (`<?xml encoding=…`) counts only if the head is what was judged.
    return sample && byHead === 'utf-8' ? charsetOf(wholeLetters(sample), declared).charset : byHead
  }
}

/** Without a UTF-8 letter that the sample's end cuts in two. */
function wholeLetters(bytes: Buffer): Buffer {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] as number
    if (byte < 0x80) break
    if (byte >= 0xc0) return bytes.subarray(0, bytes.length - back)
  }
  return bytes
}
