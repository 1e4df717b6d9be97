import { decodedPieces } from '#lib/receive/decoded-pieces.ts'
import type { DeliveredFile } from '#lib/receive/delivered-file.ts'
import { documentOf, type FeedItemRead } from '#lib/receive/formats/feed.ts'
import type { FeedEntry, FeedWords } from '#lib/receive/formats/feed-entry.ts'
import { openJson } from '#lib/receive/formats/json.ts'
import { deeperThan } from '#lib/receive/formats/json-record.ts'
import { scanJson } from '#lib/receive/formats/json-scan.ts'
import type { Item } from '#lib/receive/item.ts'
import type { Limits } from '#lib/receive/limits.ts'

const encoder = new TextEncoder()

/** A JSON Feed (1.0, 1.1): each item is a document, the feed's own title, language and authors stand in for its own. */
export async function* openJsonFeed(file: DeliveredFile, limits: Limits): AsyncGenerator<Item> {
  const items = await readJsonFeed(file, limits)
  // One that is too long, or broken somewhere, is read as any list of records: what is sound in it comes through.
  if (!items) {
    yield* openJson(file, limits)
    return
  }
  let count = 0
  for await (const item of items) {
    count++
    yield documentOf(item, file.path)
  }
  if (count === 0) yield { path: file.path, index: 0, problem: { key: 'feed-empty' } }
}

/** The items of a JSON Feed. Null where it is too long or broken somewhere. */
export async function readJsonFeed(file: DeliveredFile, limits: Limits): Promise<AsyncGenerator<FeedItemRead> | null> {
  let text = ''
  if (file.size <= limits.document) for await (const piece of decodedPieces(file)) text += piece
  const feed = text === '' || deeperThan(text, limits.depth) ? null : parsed(text)
  return feed && itemsOf(text, wordsOfFeed(feed), limits)
}

async function* itemsOf(text: string, feed: FeedWords, limits: Limits): AsyncGenerator<FeedItemRead> {
  let index = 0
  for await (const event of scanJson(one(text), limits.document)) {
    if (event.kind !== 'element' || event.key !== 'items') continue
    const bytes = encoder.encode(event.text)
    yield { index: index++, line: event.line, bytes, entry: entryOf(parsed(event.text) ?? {}, feed) }
  }
}

/** The feed's own words and its first item. */
export function jsonFeedEntry(text: string): { feed: FeedWords; entry: FeedEntry | null } | null {
  const json = parsed(text)
  if (!json) return null
  const feed = wordsOfFeed(json)
  const [item] = Array.isArray(json.items) ? json.items : []
  return { feed, entry: item ? entryOf(item as Json, feed) : null }
}

type Json = Record<string, unknown>

function wordsOfFeed(json: Json): FeedWords {
  return defined({
    title: word(json.title),
    link: word(json.home_page_url),
    id: word(json.feed_url),
    author: authors(json),
    language: word(json.language),
  })
}

function entryOf(json: Json, feed: FeedWords): FeedEntry {
  const html = word(json.content_html)
  const text = word(json.content_text)
  const summary = word(json.summary)
  return {
    feed,
    ...defined({
      title: word(json.title),
      link: word(json.url) ?? word(json.external_url),
      id: word(json.id),
      published: word(json.date_published),
      updated: word(json.date_modified),
      author: authors(json) ?? feed.author,
      language: word(json.language),
      content: html ? { html } : text ? { text } : undefined,
      summary: summary ? { text: summary } : undefined,
    }),
  }
}

function authors({ author, authors: list }: Json): string | undefined {
  const names = [...(Array.isArray(list) ? list : []), author].map((one) => word((one as Json | undefined)?.name))
  return [...new Set(names.filter((name) => name !== undefined))].join('، ') || undefined
}

const word = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== ''
    ? value.trim()
    : typeof value === 'number'
      ? String(value)
      : undefined

const defined = (words: { [K in keyof FeedWords]: FeedWords[K] | undefined }): FeedWords =>
  Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined)) as FeedWords

function parsed(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null
  } catch {
    return null
  }
}

async function* one(text: string): AsyncGenerator<string> {
  yield text
}
