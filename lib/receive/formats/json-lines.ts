import { decodedPieces } from '#lib/receive/decoded-pieces.ts'
import type { DeliveredFile } from '#lib/receive/delivered-file.ts'
import { recordItem } from '#lib/receive/formats/json-record.ts'
import type { Item } from '#lib/receive/item.ts'
import type { Limits } from '#lib/receive/limits.ts'
import { textLines } from '#lib/receive/text-lines.ts'

/** One record a line; a line that is none is reported and the next one read. */
export async function* openJsonLines(file: DeliveredFile, limits: Limits): AsyncGenerator<Item> {
  let index = 0
  let tooLong = 0
  for await (const { text, number, whole } of textLines(decodedPieces(file), limits.document)) {
    if (!whole || tooLong === number) {
      if (tooLong === number) continue
      tooLong = number
      yield {
        path: file.path,
        index: index++,
        line: number,
        problem: { key: 'too-large', size: text.length, limit: limits.document },
      }
    } else if (text.trim() !== '')
      yield recordItem({ text: text.trim(), line: number }, { path: file.path, index: index++ }, limits)
  }
}
