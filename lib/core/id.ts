import * as crypto from 'node:crypto'
import { randomUUID } from 'node:crypto'

/** A UUID version 7: sorts by the time it was made (RFC 9562). */
export const newId = (): string => crypto.randomUUIDv7()

/** A secret with 122 random bits, for links. */
export const newSecret = (): string => randomUUID().replaceAll('-', '') + randomUUID().replaceAll('-', '')
