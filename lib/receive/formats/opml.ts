import { decodedPieces } from '#lib/receive/decoded-pieces.ts'
import type { DeliveredFile } from '#lib/receive/delivered-file.ts'
import { attribute, find, findAll, parseXml, textOf } from '#lib/receive/formats/xml-tree.ts'
import { type Item, ProblemError } from '#lib/receive/item.ts'
import type { Limits } from '#lib/receive/limits.ts'

/** A list of feeds holds no articles: it is refused by its title and the number of its feeds. */
export async function* openOpml(file: DeliveredFile, limits: Limits): AsyncGenerator<Item> {
  if (file.size > limits.document) throw new ProblemError({ key: 'too-large', size: file.size, limit: limits.document })
  let text = ''
  for await (const piece of decodedPieces(file)) text += piece
  const document = parseXml(text)
  if (!document) throw new ProblemError({ key: 'xml-deep' })
  const title = find(document, 'title')
  const feeds = findAll(document, 'outline').filter((outline) => attribute(outline, 'xmlurl')).length
  const name = title ? textOf(title).trim().slice(0, 100) : file.path
  yield { path: file.path, index: 0, problem: { key: 'opml', title: name, feeds } }
}
