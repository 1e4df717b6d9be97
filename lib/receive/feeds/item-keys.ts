import { createHash } from 'node:crypto'

/** What an item of a feed can be known again by. */
export type ItemNames = {
  /** As the feed numbers it. */
  id?: string | undefined
  /** Of its page, in the form that tells articles apart; null where it is none. */
  address: string | null
  /** {@link wordsDigest} of what it says. */
  words: string
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What an item says, as short as a number: the same for the same words, however they are spaced. */
export const wordsDigest = (text: string): string => sha256(text.normalize('NFC').replace(/\s+/g, ' ').trim())

/**
 * The keys of an item, SHA-256 in hexadecimal: one by its id and one by its address, or where it has no address, by its
 * words. An item is known when one of them is: feeds that give new ids at every poll are known by the rest, feeds
 * that rename their pages by the ids.
 */
export function itemKeys({ id, address, words }: ItemNames): string[] {
  const key = (kind: string, name: string) => sha256(`${kind}\n${name}`)
  return [...(id ? [key('id', id)] : []), address ? key('address', address) : key('words', words)]
}

/**
 * The address of each item's own page, null where it has none: what several items with different ids share, and the front
 * page of a site, is no address of an article.
 * @param items addresses in the form that tells articles apart
 */
export function ownAddresses(items: readonly { id: string | undefined; address: string | null }[]): (string | null)[] {
  const ids = new Map<string, string | undefined>()
  const shared = new Set<string>()
  for (const { id, address } of items) {
    if (address === null) continue
    if (new URL(address).pathname === '/' && !new URL(address).search) shared.add(address)
    if (ids.has(address) && ids.get(address) !== id) shared.add(address)
    ids.set(address, id)
  }
  return items.map(({ address }) => (address !== null && shared.has(address) ? null : address))
}
