import type { Stated } from '#lib/core/stated.ts'
import { decodedPieces } from '#lib/receive/decoded-pieces.ts'
import type { DeliveredFile } from '#lib/receive/delivered-file.ts'
import { type FeedEntry, feedEntry } from '#lib/receive/formats/feed-entry.ts'
import { type FeedItem, feedItems } from '#lib/receive/formats/feed-items.ts'
import { type Item, ProblemError } from '#lib/receive/item.ts'
import type { Limits } from '#lib/receive/limits.ts'
import { statedOf } from '#lib/receive/stated-of.ts'

const encoder = new TextEncoder()
/** What stands before the first item is read again with each one: names of the channel are short, and long ones not needed. */
const HEAD = 16_384

/** A feed of any version: each item is a document. Entities are never expanded, addresses never followed. */
export async function* openFeed(file: DeliveredFile, limits: Limits): AsyncGenerator<Item> {
  let head = ''
  let index = 0
  for await (const part of feedItems(decodedPieces(file), limits.document)) {
    if (part.kind === 'head') head = shortHead(part.text)
    else if (part.kind === 'item')
      yield itemOf(part, head, { path: file.path, index: index++, line: part.line }, limits)
    else if (part.kind === 'too-large') {
      const problem = { key: 'too-large', size: part.size, limit: limits.document } as const
      yield { path: file.path, index: index++, line: part.line, problem }
    } else if (part.kind === 'cut')
      yield { path: file.path, index: index++, line: part.line, problem: { key: 'feed-syntax', line: part.line } }
    else {
      const isFeed = /<(?:[\w-]+:)?(?:rss|feed|rdf|channel)\b/i.test(shortHead(part.text)) && part.text.endsWith('>')
      throw new ProblemError(isFeed ? { key: 'feed-empty' } : { key: 'feed-syntax', line: 1 })
    }
  }
  if (index === 0) throw new ProblemError({ key: 'feed-syntax', line: 1 })
}

function itemOf(
  item: FeedItem,
  head: string,
  place: { path: string; index: number; line: number },
  limits: Limits,
): Item {
  const bytes = encoder.encode(item.text)
  if (bytes.length > limits.document)
    return { ...place, problem: { key: 'too-large', size: bytes.length, limit: limits.document } }
  const entry = feedEntry(head + item.text)?.entry
  if (!entry) return { ...place, problem: { key: 'feed-syntax', line: item.line } }
  const stated = statedOfEntry(entry)
  if (!stated) return { ...place, problem: { key: 'no-text', line: item.line } }
  return { ...place, mediaType: stated.html ? 'text/html' : 'text/plain', charset: 'utf-8', bytes, stated }
}

/** The opening of a feed without its document type, which may be long and is never read. */
function shortHead(head: string): string {
  let text = head.replace(/^\uFEFF/, '')
  const type = text.search(/<!DOCTYPE/i)
  if (type >= 0) {
    const subset = text.indexOf('[', type)
    const close = text.indexOf('>', type)
    const end = subset >= 0 && subset < close ? text.indexOf(']', subset) : type
    text = end < 0 ? '' : text.slice(0, type) + text.slice(text.indexOf('>', end) + 1)
  }
  if (text.length <= HEAD) return text
  // Only the opening tags: without them the names of its parts mean nothing.
  return /<(?:[\w-]+:)?(?:rss|feed|rdf)\b[^>]*>(?:\s*<channel\b[^>]*>)?/i.exec(text.slice(0, HEAD))?.[0] ?? ''
}

/** A feed's language is `ar-DZ`; the desk's is `ar`. */
export function statedOfEntry(entry: FeedEntry): Stated | null {
  const { feed } = entry
  const body = entry.content ?? entry.summary
  const words = {
    title: entry.title,
    [body && 'html' in body ? 'body' : 'text']: body && ('html' in body ? body.html : body.text),
    publishedAt: entry.published ?? entry.updated,
    source: entry.sourceTitle ?? feed.title,
    author: entry.author,
    language: (entry.language ?? feed.language)?.slice(0, 2).toLowerCase(),
    address: entry.link ?? entry.id,
  } as Record<string, string | undefined>
  return statedOf((field) => words[field])
}
