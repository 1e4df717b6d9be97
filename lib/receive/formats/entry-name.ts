import { getFileNameLowLevel } from 'yauzl'
import { decoderOf } from '#lib/text/decoder-of.ts'
import { guessCharset } from '#lib/text/guess-charset.ts'

/** Signs that turn the direction of what follows, and controls: a name could pretend to be another. */
const HIDDEN = /[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const UTF8_FLAG = 1 << 11

/**
 * The name of a zip entry as people should see it. Older Windows writes Arabic names in its own code page without
 * saying so.
 */
export function entryName(entry: {
  fileNameRaw: Buffer
  generalPurposeBitFlag: number
  extraFields: { id: number; data: Buffer }[]
}): string {
  const raw = entry.fileNameRaw
  const isUtf8 =
    (entry.generalPurposeBitFlag & UTF8_FLAG) !== 0 || entry.extraFields.some(({ id }) => id === 0x7075) || valid(raw)
  const name = isUtf8
    ? getFileNameLowLevel(entry.generalPurposeBitFlag | UTF8_FLAG, raw, entry.extraFields as never, false)
    : decoderOf(guessCharset(raw, undefined)).decode(raw)
  return safeName(name)
}

/** A name as it may be shown and kept. */
export const safeName = (name: string): string => name.replaceAll('\\', '/').replace(HIDDEN, '\uFFFD').toWellFormed()

/** Whether a name leads out of its archive: absolute, with a drive, or upwards. */
export const leadsOut = (name: string): boolean => /^(?:\/|[a-z]:)/i.test(name) || name.split('/').includes('..')

/** What operating systems leave in archives: nobody delivered it. */
export const isLeftover = (name: string): boolean =>
  /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._[^/]*$)/i.test(name)

function valid(raw: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(raw)
    return true
  } catch {
    return false
  }
}
