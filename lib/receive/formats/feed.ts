import { parseFeed } from 'feedsmith'
import { decodedPieces } from '#lib/receive/decoded-pieces.ts'
import type { DeliveredFile } from '#lib/receive/delivered-file.ts'
import { type FeedItem, feedItems } from '#lib/receive/formats/feed-items.ts'
import { type Item, ProblemError, type StatedFields } from '#lib/receive/item.ts'
import type { Limits } from '#lib/receive/limits.ts'
import { statedOf } from '#lib/receive/stated-of.ts'

const encoder = new TextEncoder()
/** What stands before the first item is read again with each one: names of the channel are short, and long ones not needed. */
const HEAD = 16_384

/** An RSS, RDF or Atom feed: each item is a document. Entities are never expanded, addresses never followed. */
export async function* openFeed(file: DeliveredFile, limits: Limits): AsyncGenerator<Item> {
  let head = ''
  let index = 0
  for await (const part of feedItems(decodedPieces(file), limits.document)) {
    if (part.kind === 'head') head = shortHead(part.text)
    else if (part.kind === 'cut')
      yield { path: file.path, index: index++, line: part.line, problem: { key: 'feed-syntax', line: part.line } }
    else yield itemOf(part, head, { path: file.path, index: index++, line: part.line }, limits)
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
  let stated: StatedFields | null
  try {
    stated = statedOfItem(head + item.text + tailOf(head))
  } catch {
    return { ...place, problem: { key: 'feed-syntax', line: item.line } }
  }
  if (!stated) return { ...place, problem: { key: 'no-text', line: item.line } }
  return { ...place, mediaType: stated.html ? 'text/html' : 'text/plain', charset: 'utf-8', bytes, stated }
}

const shortHead = (head: string): string => {
  const text = head.replace(/^\uFEFF/, '').replace(/<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?[^>]*>/i, '')
  if (text.length <= HEAD) return text
  // Only the opening tags: without them the names of its parts mean nothing.
  return (/<(?:rss|feed|rdf:rdf)\b[^>]*>(?:\s*<channel\b[^>]*>)?/i.exec(text)?.[0] ?? '').slice(0, HEAD)
}

/** The end tags of what the head left open, innermost first. */
function tailOf(head: string): string {
  const open: string[] = []
  for (const [, slash, name = ''] of head.matchAll(/<(\/?)(rss|feed|rdf:rdf|channel)\b(?:[^>]*[^/>])?>/gi)) {
    if (!slash) open.push(name)
    else open.pop()
  }
  return open
    .reverse()
    .map((name) => `</${name}>`)
    .join('')
}

function statedOfItem(xml: string): StatedFields | null {
  const parsed = parseFeed(xml)
  if (parsed.format === 'atom') {
    const { feed } = parsed
    const entry = feed.entries?.[0]
    if (!entry) return null
    const link = entry.links?.find((l) => !l.rel || l.rel === 'alternate') ?? entry.links?.[0]
    const body = entry.content?.value ?? entry.summary?.value ?? entry.media?.groups?.[0]?.description?.value
    return fields({
      title: plainText(entry.title?.value),
      body,
      publishedAt: entry.published ?? entry.dc?.dates?.[0] ?? entry.updated,
      source: plainText(entry.source?.title?.value) ?? plainText(feed.title?.value),
      author: names(entry.authors),
      language: entry.xml?.lang ?? entry.dc?.languages?.[0] ?? feed.xml?.lang,
      address: link?.href ?? entry.id,
    })
  }
  if (parsed.format === 'json') return null
  const { feed } = parsed
  const item = feed.items?.[0]
  if (!item) return null
  const own = parsed.format === 'rss' ? parsed.feed.items?.[0] : undefined
  return fields({
    title: plainText(item.title),
    body: item.content?.encoded ?? item.description,
    publishedAt: own?.pubDate ?? item.dc?.dates?.[0],
    source: own?.source?.title ?? item.dc?.publishers?.[0] ?? plainText(feed.title),
    author: names(own?.authors) ?? item.dc?.creators?.join('، '),
    language:
      item.dc?.languages?.[0] ??
      (parsed.format === 'rss' ? parsed.feed.language : undefined) ??
      feed.dc?.languages?.[0],
    address: item.link ?? own?.guid?.value,
  })
}

type Words = {
  [K in 'title' | 'body' | 'publishedAt' | 'source' | 'author' | 'language' | 'address']: string | undefined
}

/** A feed's language is `ar-DZ`; the desk's is `ar`. */
const fields = (words: Words): StatedFields | null =>
  statedOf((field) => (field === 'language' ? words.language?.slice(0, 2).toLowerCase() : words[field as keyof Words]))

/** Titles may carry markup and entities of a second round: `&amp;quot;`, `<b>`. */
const plainText = (title: string | undefined): string | undefined => title?.replace(/<\/?[a-z][^>]*>/gi, '')

const names = (authors: { name?: string | undefined }[] | undefined): string | undefined =>
  authors
    ?.map((author) => author.name)
    .filter(Boolean)
    .join('، ') || undefined
