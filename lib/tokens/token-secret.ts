import { createHash, randomBytes } from 'node:crypto'

/** What every token begins with, so that one that leaked into a log or a repository is recognised. */
const PREFIX = 'mq_'

/** A new token: 256 random bits. */
export const newTokenSecret = (): string => PREFIX + randomBytes(32).toString('base64url')

/** All that the database keeps of a token. It is looked up whole in a unique index, so timing tells nothing of it. */
export const tokenHash = (secret: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(secret).digest())
