import type { ChooseColumns } from '#lib/receive/columns.ts'
import { decodedPieces } from '#lib/receive/decoded-pieces.ts'
import type { DeliveredFile } from '#lib/receive/delivered-file.ts'
import { chosenKeys } from '#lib/receive/formats/json-names.ts'
import { type JsonCut, recordItem } from '#lib/receive/formats/json-record.ts'
import type { Item } from '#lib/receive/item.ts'
import type { Limits } from '#lib/receive/limits.ts'
import { textLines } from '#lib/receive/text-lines.ts'

/** One record a line; a line that is none is reported and the next one read. */
export async function* openJsonLines(
  file: DeliveredFile,
  limits: Limits,
  { columns }: { columns?: ChooseColumns | undefined },
): AsyncGenerator<Item> {
  const keys = await chosenKeys(file, lineRecords, limits, columns)
  let index = 0
  for await (const cut of lineRecords(file, limits)) {
    const at = { path: file.path, index: index++ }
    yield 'problem' in cut ? { ...at, ...cut } : recordItem(cut, at, limits, keys)
  }
}

/** The lines of a file that hold something. */
export async function* lineRecords(file: DeliveredFile, limits: Limits): AsyncGenerator<JsonCut> {
  let tooLong = 0
  for await (const { text, number: line, whole } of textLines(decodedPieces(file), limits.document)) {
    if (!whole || tooLong === line) {
      // The parts of one endless line are told once.
      if (tooLong === line) continue
      tooLong = line
      yield { line, problem: { key: 'too-large', size: text.length, limit: limits.document } }
    } else if (text.trim() !== '') yield { text: text.trim(), line }
  }
}
