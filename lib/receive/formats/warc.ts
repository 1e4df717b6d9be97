import { type DeliveredFile, fileInMemory, piecesOf } from '#lib/receive/delivered-file.ts'
import { httpResponse } from '#lib/receive/formats/http-response.ts'
import type { Surroundings } from '#lib/receive/formats/surroundings.ts'
import { WarcError, type WarcRecord, warcRecords } from '#lib/receive/formats/warc-records.ts'
import { type Item, ProblemError } from '#lib/receive/item.ts'

/** A web archive: each page in it is a document with its address; feeds and documents in it are opened too. */
export async function* openWarc(file: DeliveredFile, around: Surroundings): AsyncGenerator<Item> {
  let index = 0
  try {
    for await (const record of warcRecords(piecesOf(file), around.limits.document)) {
      for await (const item of itemsOf(record, file.path, index, around)) {
        if (item.path === file.path) index++
        yield item
      }
    }
  } catch (error) {
    if (!(error instanceof WarcError)) throw error
    yield { path: file.path, index, problem: { key: 'warc-broken', at: error.at } }
    return
  }
  if (index === 0) throw new ProblemError({ key: 'warc-empty' })
}

async function* itemsOf(record: WarcRecord, path: string, index: number, around: Surroundings): AsyncGenerator<Item> {
  const kind = record.headers.get('warc-type')
  const address = record.headers.get('warc-target-uri')?.replace(/^<|>$/g, '')
  if ((kind !== 'response' && kind !== 'resource') || !address || !/^https?:/i.test(address)) return
  const place = { path, index }
  if (!record.bytes) {
    // A film is no loss, a page would be: only what says nothing of its kind, or says it is text, is told.
    const problem = { key: 'too-large', size: record.size, limit: around.limits.document } as const
    if (!/\.(?:mp[34]|m4[av]|webm|jpe?g|png|gif|zip|iso|mov|avi)(?:$|\?)/i.test(address)) yield { ...place, problem }
    return
  }
  const response = kind === 'response' ? httpResponse(record.bytes, around.limits.document) : resource(record)
  if (!response) {
    yield { ...place, problem: { key: 'warc-broken', at: record.at } }
    return
  }
  const { status, mediaType, charset, body } = response
  if (status !== 200 || body.length === 0) return
  if (/^(?:text\/(?:html|plain)|application\/xhtml\+xml)$/.test(mediaType)) {
    const isText = mediaType === 'text/plain'
    yield {
      ...place,
      mediaType: isText ? 'text/plain' : 'text/html',
      ...(charset ? { charset } : {}),
      bytes: body,
      stated: { address },
    }
  } else if (/xml|json|pdf|msword|officedocument\.word|csv/.test(mediaType) && !/svg/.test(mediaType)) {
    yield* around.openEntry(fileInMemory(`${path}/${lastOf(address)}`, body))
  }
}

/** The last part of an address's path, for a name; a damaged address has none. */
function lastOf(address: string): string {
  try {
    return decodeURI(new URL(address).pathname.split('/').at(-1) ?? '') || 'index'
  } catch {
    return 'index'
  }
}

const resource = ({ headers, bytes }: WarcRecord) => ({
  status: 200,
  mediaType: headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '',
  charset: undefined,
  body: bytes as Buffer,
})
