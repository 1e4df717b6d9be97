import type { Answer } from '#lib/core/answer.ts'
import type { Item } from '#lib/receive/item.ts'

/** What the server said goes with the document: a page knows where it was found, and what its letters are said to be. */
export function withAnswer(item: Item, { address, charset }: Answer): Item {
  if ('problem' in item) return item
  return { ...(charset ? { charset } : {}), ...item, stated: { address, ...item.stated } }
}
