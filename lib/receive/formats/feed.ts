import type { Stated } from '#lib/core/stated.ts'
import { decodedPieces } from '#lib/receive/decoded-pieces.ts'
import type { DeliveredFile } from '#lib/receive/delivered-file.ts'
import { type FeedEntry, feedEntry } from '#lib/receive/formats/feed-entry.ts'
import { type FeedItem, feedItems } from '#lib/receive/formats/feed-items.ts'
import { type Item, type Problem, ProblemError } from '#lib/receive/item.ts'
import type { Limits } from '#lib/receive/limits.ts'
import { statedOf } from '#lib/receive/stated-of.ts'

const encoder = new TextEncoder()
const NONE = new Uint8Array()
/** What stands before the first item is read again with each one: names of the channel are short, and long ones not needed. */
const HEAD = 16_384

/** One item of a feed with its own bytes; `entry` where it is sound, else what is wrong with it. */
export type FeedItemRead = { index: number; line: number; bytes: Uint8Array } & (
  | { entry: FeedEntry }
  | { problem: Problem; isCut?: true }
)
/** What stands before the first item, of RSS, RDF and Atom; then the items. */
export type FeedPartRead = { head: string } | FeedItemRead

/** A feed of any version: each item is a document. Entities are never expanded, addresses never followed. */
export async function* openFeed(file: DeliveredFile, limits: Limits): AsyncGenerator<Item> {
  let items = 0
  for await (const part of readFeed(file, limits)) {
    if ('head' in part) continue
    items++
    yield documentOf(part, file.path)
  }
  if (items === 0) throw new ProblemError({ key: 'feed-empty' })
}

/**
 * @param base where the feed was found: addresses in it may be relative
 * @throws ProblemError feed-syntax, where there is no feed in the file
 */
export async function* readFeed(file: DeliveredFile, limits: Limits, base?: string): AsyncGenerator<FeedPartRead> {
  let head = ''
  let index = 0
  for await (const part of feedItems(decodedPieces(file), limits.document)) {
    if (part.kind === 'head') {
      head = shortHead(part.text)
      yield { head: part.text }
    } else if (part.kind === 'item') yield { index: index++, line: part.line, ...entryOf(part, head, limits, base) }
    else if (part.kind === 'too-large') {
      const problem = { key: 'too-large', size: part.size, limit: limits.document } as const
      yield { index: index++, line: part.line, bytes: NONE, problem }
    } else if (part.kind === 'cut')
      yield {
        index: index++,
        line: part.line,
        bytes: NONE,
        problem: { key: 'feed-syntax', line: part.line },
        isCut: true,
      }
    else {
      const isFeed = /<(?:[\w-]+:)?(?:rss|feed|rdf|channel)\b/i.test(shortHead(part.text)) && part.text.endsWith('>')
      if (!isFeed) throw new ProblemError({ key: 'feed-syntax', line: 1 })
      yield { head: part.text }
      return
    }
  }
  if (index === 0) throw new ProblemError({ key: 'feed-syntax', line: 1 })
}

function entryOf(
  item: FeedItem,
  head: string,
  limits: Limits,
  base: string | undefined,
): { bytes: Uint8Array } & ({ entry: FeedEntry } | { problem: Problem }) {
  const bytes = encoder.encode(item.text)
  if (bytes.length > limits.document)
    return { bytes: NONE, problem: { key: 'too-large', size: bytes.length, limit: limits.document } }
  const entry = feedEntry(head + item.text, base)?.entry
  return entry ? { bytes, entry } : { bytes, problem: { key: 'feed-syntax', line: item.line } }
}

/** An item of a feed as a document of the delivery. */
export function documentOf(item: FeedItemRead, path: string): Item {
  const { index, line, bytes } = item
  const place = { path, index, line }
  if ('problem' in item) return { ...place, problem: item.problem }
  const stated = statedOfEntry(item.entry)
  if (!stated) return { ...place, problem: { key: 'no-text', line } }
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
