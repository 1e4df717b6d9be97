import * as crypto from 'node:crypto'
import { randomUUID } from 'node:crypto'

/** A UUID version 7: sorts by the time it was made (RFC 9562). */
export const newId = (): string => crypto.randomUUIDv7()

/** A secret with 122 random bits, for links. */
export const newSecret = (): string => randomUUID().replaceAll('-', '') + randomUUID().replaceAll('-', '')

/** An identifier of a minute before this one was made: what came of it has later ones, whoever's clock made them. */
export function earlierThan(id: string): string {
  const at = (Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16) - 60_000).toString(16).padStart(12, '0')
  return `${at.slice(0, 8)}-${at.slice(8)}-7000-8000-000000000000`
}
