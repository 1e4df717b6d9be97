import { answerOf } from '#lib/core/answer.ts'
import type { Stated } from '#lib/core/stated.ts'
import { fileInMemory } from '#lib/receive/delivered-file.ts'
import { type AskedPace, askedByFeed } from '#lib/receive/feeds/asked-pace.ts'
import { wordsDigest } from '#lib/receive/feeds/item-keys.ts'
import type { Fetched } from '#lib/receive/fetch/fetch-address.ts'
import { formatOf } from '#lib/receive/format-of.ts'
import { type FeedItemRead, readFeed, statedOfEntry } from '#lib/receive/formats/feed.ts'
import { type FeedEntry, feedEntry } from '#lib/receive/formats/feed-entry.ts'
import type { FeedValue } from '#lib/receive/formats/feed-value.ts'
import { jsonFeedEntry, readJsonFeed } from '#lib/receive/formats/json-feed.ts'
import { wordsOf } from '#lib/receive/formats/xml-tree.ts'
import { type Problem, ProblemError } from '#lib/receive/item.ts'
import { LIMITS } from '#lib/receive/limits.ts'

/** An item of a feed that was polled. */
export type PolledItem = {
  index: number
  line: number
  bytes: Uint8Array
  id: string | undefined
  /** A digest of its words, to know it again by where it has neither id nor address. */
  words: string
  /** Its text without markup: how long it is in characters, 0 where there is none, and how it ends. */
  length: number
  ending: string
  /** What it states, its text too if it has one; source and language are the owner's where it names no other. */
  stated: Stated
  /** Why it cannot be taken as it is. */
  problem: Problem | null
}

export type PolledFeed = {
  title: string | undefined
  asked: AskedPace
  items: PolledItem[]
  /** It broke off: what came before is here. */
  cut: Problem | null
}

/** Whose feed it is: its name and ISO 639 language. */
type Owner = { source: string; language: string | null }

const ENDING = 400

/**
 * What a poll brought, in the order of the feed. Addresses in it may be relative to where it was found.
 * @throws ProblemError feed-none, feed-syntax, too-large
 */
export async function readPolled(fetched: Fetched, owner: Owner): Promise<PolledFeed> {
  const { address, bytes } = fetched
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const file = fileInMemory(address, all, answerOf(fetched))
  const format = formatOf('', all)
  const polled: PolledFeed = { title: undefined, asked: askedByFeed(''), items: [], cut: null }
  if (format === 'json-feed') {
    const items = await readJsonFeed(file, LIMITS)
    if (!items) throw new ProblemError({ key: 'feed-syntax', line: 1 })
    polled.title = jsonFeedEntry(new TextDecoder().decode(bytes))?.feed.title
    for await (const item of items) polled.items.push(polledItem(item, owner))
    return polled
  }
  if (format !== 'feed') throw new ProblemError({ key: 'feed-none' })
  for await (const part of readFeed(file, LIMITS, address)) {
    if ('head' in part) {
      polled.title = feedEntry(part.head)?.feed.title
      polled.asked = askedByFeed(part.head)
    } else if ('problem' in part && part.isCut) polled.cut = part.problem
    else polled.items.push(polledItem(part, owner))
  }
  return polled
}

function polledItem(item: FeedItemRead, owner: Owner): PolledItem {
  const { index, line, bytes } = item
  const place = { index, line, bytes }
  const nothing = { id: undefined, length: 0, ending: '', stated: {} }
  if ('problem' in item) {
    const words = bytes.length > 0 ? new TextDecoder().decode(bytes) : JSON.stringify(item.problem)
    return { ...place, ...nothing, words: wordsDigest(words), problem: item.problem }
  }
  const entry = ownedBy(owner, item.entry)
  const body = entry.content ?? entry.summary
  const text = body ? plain(body) : ''
  const words = wordsDigest(`${entry.title ?? ''}\n${text}`)
  const told = { ...place, id: entry.id, words, length: text.length, ending: text.slice(-ENDING), problem: null }
  const stated = statedOfEntry(entry)
  if (stated) return { ...told, stated }
  // No text: what stands beside it may still lead to its page.
  const { text: _, ...beside } = statedOfEntry({ ...entry, content: { text: '…' } }) ?? {}
  return { ...told, length: 0, ending: '', stated: beside, problem: { key: 'no-text', line } }
}

/** What a feed calls itself is no source: «الجزيرة – الرئيسية». Another outlet that an item names is. */
function ownedBy({ source, language }: Owner, entry: FeedEntry): FeedEntry {
  const spoken = entry.language ?? entry.feed.language ?? language
  return { ...entry, feed: { ...entry.feed, title: source }, ...(spoken ? { language: spoken } : {}) }
}

const plain = (value: FeedValue): string => ('html' in value ? wordsOf(value.html) : value.text)
