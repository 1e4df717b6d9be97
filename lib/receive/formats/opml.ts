import { decodedPieces } from '#lib/receive/decoded-pieces.ts'
import type { DeliveredFile } from '#lib/receive/delivered-file.ts'
import { parseOpml } from '#lib/receive/feeds/parse-opml.ts'
import { type Item, ProblemError } from '#lib/receive/item.ts'
import type { Limits } from '#lib/receive/limits.ts'

/** A list of feeds holds no articles: it is refused by its title and the number of its feeds. */
export async function* openOpml(file: DeliveredFile, limits: Limits): AsyncGenerator<Item> {
  if (file.size > limits.document) throw new ProblemError({ key: 'too-large', size: file.size, limit: limits.document })
  let text = ''
  for await (const piece of decodedPieces(file)) text += piece
  const { title, feeds } = parseOpml(text)
  const problem = { key: 'opml', title: title?.slice(0, 100) ?? file.path, feeds: feeds.length } as const
  yield { path: file.path, index: 0, problem }
}
