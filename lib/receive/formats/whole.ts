import { bytesOf, type DeliveredFile } from '#lib/receive/delivered-file.ts'
import { type Item, ProblemError } from '#lib/receive/item.ts'
import type { Limits } from '#lib/receive/limits.ts'

/** A text or a page: the whole file is one document. */
export async function* openWhole(
  file: DeliveredFile,
  mediaType: 'text/plain' | 'text/html',
  limits: Limits,
): AsyncGenerator<Item> {
  if (file.size > limits.document) throw new ProblemError({ key: 'too-large', size: file.size, limit: limits.document })
  yield { path: file.path, index: 0, mediaType, bytes: await bytesOf(file) }
}
