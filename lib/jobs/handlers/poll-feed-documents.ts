import type { NewDocument } from '#lib/batches/add-documents.ts'
import { deliveryPath } from '#lib/batches/delivery-path.ts'
import { PAGE_TO_FETCH } from '#lib/batches/page-to-fetch.ts'
import { hostQueue } from '#lib/core/host-queue.ts'
import { truncatedFlag } from '#lib/read/truncated.ts'
import type { PolledItem } from '#lib/receive/feeds/read-polled.ts'

/** Characters under which a text is probably only the beginning of one: teasers of feeds have 100 to 400. */
const SHORT = 600

export type NewItem = Omit<PolledItem, 'id' | 'words'> & { ownAddress: string | null }

/** An item of a feed as a document of a batch: as it is, or to be read from its page where it is short or cut. */
export function feedDocument(item: NewItem, batchId: string, feedAddress: string): NewDocument {
  const { index, line, bytes, ownAddress } = item
  const { address: given, ...rest } = item.stated
  // An address that is not the article's own would make one article of many.
  const stated = ownAddress === null ? rest : { ...rest, address: given }
  const place = { batchId, fileId: null, path: deliveryPath(ownAddress ?? feedAddress), index, line }
  const pageQueue = ownAddress !== null && isShort(item) ? hostQueue(ownAddress) : undefined
  if (item.length > 0 && !item.problem) {
    const mediaType = stated.html ? 'text/html' : 'text/plain'
    return { ...place, mediaType, charset: 'utf-8', bytes, stated, pageQueue }
  }
  if (pageQueue) return { ...place, mediaType: PAGE_TO_FETCH, charset: 'utf-8', bytes, stated, pageQueue }
  return { ...place, problem: item.problem ?? { key: 'no-text', line } }
}

const isShort = ({ length, ending }: NewItem): boolean => length < SHORT || truncatedFlag([ending], []) !== null
