import { decodedPieces } from '#lib/receive/decoded-pieces.ts'
import { fileInMemory } from '#lib/receive/delivered-file.ts'

/** The text of an uploaded file, in the charset that its bytes show. */
export async function opmlText(file: File): Promise<string> {
  let text = ''
  for await (const piece of decodedPieces(fileInMemory(file.name, Buffer.from(await file.arrayBuffer())))) text += piece
  return text
}
